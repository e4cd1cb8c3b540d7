package io.jaegertracing.operator.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClosersTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final List<String> closed = new CopyOnWriteArrayList<>();
  private final Closers closers = new Closers();

  @Test
  void closesInReverseAndWaitsForEach() throws Exception {
    var second = Promise.<Void>promise();
    add("first");
    closers.add("second", LONG, () -> second.future().onComplete(done -> closed.add("second")));
    add("third");
    var all = closers.closeAll();
    assertThat(closed).containsExactly("third");
    second.complete();
    all.await(30, TimeUnit.SECONDS);
    assertThat(closed).containsExactly("third", "second", "first");
  }

  @Test
  void neitherAFailureNorAnExceptionNorSilenceKeepsTheOthersOpen() throws Exception {
    add("first");
    closers.add("silent", Duration.ofMillis(10), () -> Promise.promise().future());
    closers.add("failing", LONG, () -> Future.failedFuture("broken"));
    closers.add("throwing", LONG, () -> {
      throw new IllegalStateException("broken");
    });
    closers.closeAll().await(30, TimeUnit.SECONDS);
    assertThat(closed).containsExactly("first");
  }

  @Test
  void aSecondCallJoinsTheFirst() throws Exception {
    add("once");
    closers.closeAll().await(30, TimeUnit.SECONDS);
    closers.closeAll().await(30, TimeUnit.SECONDS);
    assertThat(closed).containsExactly("once");
  }

  private void add(String name) {
    closers.add(name, LONG, () -> {
      closed.add(name);
      return Future.succeededFuture();
    });
  }
}
