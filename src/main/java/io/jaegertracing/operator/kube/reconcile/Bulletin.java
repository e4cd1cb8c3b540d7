package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.reconcile.status.Standing;
import io.jaegertracing.operator.core.reconcile.status.StatusTree;
import io.jaegertracing.operator.core.reconcile.status.StatusTree.News;
import io.jaegertracing.operator.kube.reconcile.Reconciliation.Crier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how Jaegers stand, in their status and in Events: at once when something turned, and of mere progress every few seconds. */
final class Bulletin {
  private static final Logger LOG = LoggerFactory.getLogger(Bulletin.class);
  private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(10);

  private final Jaegers jaegers;
  private final Crier crier;
  private final BiConsumer<String, Duration> lookAgain;
  private final Clock clock;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  /** The last but one is asked to have a Jaeger looked at again after a while. */
  Bulletin(Jaegers jaegers, Crier crier, BiConsumer<String, Duration> lookAgain, Clock clock) {
    this.jaegers = jaegers;
    this.crier = crier;
    this.lookAgain = lookAgain;
    this.clock = clock;
  }

  void publish(String key, JsonNode jaeger, Standing standing) {
    var previous = jaeger.path("status");
    var status = StatusTree.of(standing, previous, clock.instant());
    var news = StatusTree.news(status, previous);
    if (!isDue(key, news)) {
      return;
    }
    jaegers.tell(key, status);
    var ready = status.at("/conditions/0");
    LOG.atInfo()
        .addKeyValue("jaeger", key)
        .addKeyValue("reason", ready.path("reason").asText())
        .log("status written");
    if (news == News.TURN && !isSame(ready, previous)) {
      cry(jaeger, standing, ready);
    }
  }

  void forget(String key) {
    told.remove(key);
  }

  /** Of what is not due yet is heard again. */
  private boolean isDue(String key, News news) {
    var now = clock.instant();
    var next = told.getOrDefault(key, Instant.EPOCH).plus(OFTEN_ENOUGH);
    if (news == News.NONE) {
      return false;
    }
    if (news == News.PROGRESS && now.isBefore(next)) {
      lookAgain.accept(key, Duration.between(now, next));
      return false;
    }
    told.put(key, now);
    return true;
  }

  /** The end of trouble has a word of its own: of what was told a short while ago nothing is told again. */
  private void cry(JsonNode jaeger, Standing standing, JsonNode ready) {
    var trouble = standing.trouble().isPresent();
    var over = !trouble
        && before(jaeger.path("status"), "Degraded").path("status").asText().equals("True");
    crier.tell(
        ((ObjectNode) jaeger.deepCopy())
            .put("apiVersion", "jaegertracing.io/v1")
            .put("kind", "Jaeger"),
        "Reconcile",
        over ? "Recovered" : ready.path("reason").asText(),
        trouble,
        ready.path("message").asText());
  }

  private static boolean isSame(JsonNode ready, JsonNode previous) {
    return before(previous, "Ready").path("reason").equals(ready.path("reason"));
  }

  private static JsonNode before(JsonNode previous, String type) {
    for (var condition : previous.path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition;
      }
    }
    return MissingNode.getInstance();
  }
}
