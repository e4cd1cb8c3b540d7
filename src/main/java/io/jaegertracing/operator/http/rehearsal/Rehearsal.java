package io.jaegertracing.operator.http.rehearsal;

import io.jaegertracing.operator.http.tls.Certificates;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the own TLS port as an API server would: proves that it answers, and lets the code get warm before a user waits for it. */
public final class Rehearsal {
  /** Where to ask, and how: the server listens on the address, and each path gets its share of the reviews. */
  public record Stage(
      String address,
      int port,
      SortedSet<String> paths,
      Certificates certificates,
      Scenery scenery) {}

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final int COUNT = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final Stage stage;
  private final List<String> paths;
  private final Promise<Void> passed = Promise.promise();
  private volatile Optional<String> objection = Optional.of("its own port was not asked yet");

  public Rehearsal(Vertx vertx, Stage stage) {
    this.vertx = vertx;
    this.stage = stage;
    this.paths = List.copyOf(stage.paths());
  }

  /** A readiness check: objects until every review was answered. */
  public Optional<String> objection() {
    return objection;
  }

  /** Done when every review was answered; until then it is tried again and again. */
  public Future<Void> begin() {
    attempt(FIRST_PAUSE);
    return passed.future();
  }

  private void attempt(Duration pause) {
    played().onComplete(done -> {
      if (done.succeeded()) {
        objection = Optional.empty();
        passed.complete();
      } else {
        object(done.cause());
        var next = pause.multipliedBy(2);
        vertx.setTimer(
            pause.toMillis(),
            again -> attempt(next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next));
      }
    });
  }

  private void object(Throwable cause) {
    var why = Optional.of("its own port does not answer as it should: " + cause.getMessage());
    if (!why.equals(objection)) {
      LOG.atWarn().addKeyValue("port", stage.port()).setCause(cause).log("not ready for reviews");
    }
    objection = why;
  }

  private Future<Void> played() {
    return Future.succeededFuture().compose(start -> {
      var client = client();
      var answered = Promise.<Void>promise();
      play(client, 0, answered);
      return answered.future().eventually(client::close);
    });
  }

  private HttpClient client() {
    try {
      return vertx.createHttpClient(
          new HttpClientConfig()
              .setSsl(true)
              .setVersions(HttpVersion.HTTP_1_1)
              .setConnectTimeout(PATIENCE),
          Pinned.trust(stage.certificates()));
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalStateException("the certificate cannot be trusted", unusable);
    }
  }

  private void play(HttpClient client, int number, Promise<Void> answered) {
    if (number == COUNT) {
      answered.complete();
    } else {
      asked(client, number)
          .onFailure(answered::fail)
          .onSuccess(done -> play(client, number + 1, answered));
    }
  }

  private Future<Void> asked(HttpClient client, int number) {
    var path = paths.get(number % paths.size());
    var asked = client
        .request(request(path))
        .compose(request ->
            request.send(Reviews.number(number, stage.scenery().instance().namespace())))
        .compose(response -> response
            .body()
            .compose(body -> checked(path, number, response.statusCode(), body.getBytes())));
    return asked.timeout(PATIENCE);
  }

  /** By a name that is served, but at the address that is listened on: no name server is asked. */
  private RequestOptions request(String path) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(stage.port(), stage.address()))
        .setHost(servedName())
        .setPort(stage.port())
        .setURI(path)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(Secret.HEADER, stage.scenery().secret().value());
  }

  private String servedName() {
    return stage.certificates().current().names().stream()
        .findFirst()
        .map(name -> name.replace("*", "rehearsal"))
        .orElseThrow(() -> new IllegalStateException(
            "the certificate has no subject alternative name, and API servers refuse such ones"));
  }

  private static Future<Void> checked(String path, int number, int status, byte[] answer) {
    if (status != 200) {
      return Future.failedFuture(path + " was answered with HTTP status " + status);
    }
    return Reviews.isAnswered(number, answer)
        ? Future.succeededFuture()
        : Future.failedFuture(path + " was answered with something else than a review");
  }
}
