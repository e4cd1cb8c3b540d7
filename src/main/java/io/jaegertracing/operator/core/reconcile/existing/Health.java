package io.jaegertracing.operator.core.reconcile.existing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How an object that exists does. */
public record Health(State state, String why) {
  /** In the order in which they spoil the whole. */
  public enum State {
    READY,
    PROGRESSING,
    FAILED
  }

  private static final Health READY = new Health(State.READY, "");

  public static Health of(Child child) {
    var state = child.state();
    return switch (child.place().kind()) {
      case DEPLOYMENT -> deployment(state);
      case DAEMON_SET -> daemonSet(state);
      case JOB -> job(state);
      case KAFKA, KAFKA_USER -> byCondition(state.path("status"));
      case ELASTICSEARCH -> elasticsearch(state.at("/status/cluster"));
      default -> READY;
    };
  }

  public boolean isReady() {
    return state == State.READY;
  }

  public boolean isFailed() {
    return state == State.FAILED;
  }

  private static Health deployment(JsonNode state) {
    var status = state.path("status");
    var wanted = state.at("/spec/replicas").asInt(1);
    var failure = message(status, "ReplicaFailure", "True");
    if (failure.isPresent()) {
      return new Health(State.FAILED, failure.get());
    }
    if (!isSeen(state)) {
      return counted(0, wanted, 0);
    }
    var stuck = message(status, "Progressing", "False");
    if (stuck.isPresent()) {
      return new Health(State.FAILED, stuck.get());
    }
    var ready = Math.min(
        status.path("updatedReplicas").asInt(), status.path("availableReplicas").asInt());
    return counted(ready, wanted, status.path("replicas").asInt());
  }

  private static Health daemonSet(JsonNode state) {
    var status = state.path("status");
    if (!isSeen(state)) {
      return progressing("its controller has not looked at it yet");
    }
    var wanted = status.path("desiredNumberScheduled").asInt();
    var ready = Math.min(
        status.path("updatedNumberScheduled").asInt(),
        status.path("numberAvailable").asInt());
    return counted(ready, wanted, wanted);
  }

  private static Health counted(int ready, int wanted, int existing) {
    if (ready < wanted) {
      return progressing(
          ready + " of " + wanted + (wanted == 1 ? " Pod is ready" : " Pods are ready"));
    }
    return existing > wanted
        ? progressing(existing - wanted + " Pods of before are still there")
        : READY;
  }

  private static Health job(JsonNode state) {
    var status = state.path("status");
    var said = state.path(Child.SAID).asText();
    var words = said.isEmpty() ? "" : "; its Pod: " + said;
    var failure = message(status, "Failed", "True");
    if (failure.isPresent()) {
      return new Health(State.FAILED, failure.get() + words);
    }
    return message(status, "Complete", "True").isPresent()
        ? READY
        : progressing("it has not ended yet" + words);
  }

  private static Health byCondition(JsonNode status) {
    if (message(status, "Ready", "True").isPresent()) {
      return READY;
    }
    var why = message(status, "NotReady", "True").or(() -> message(status, "Ready", "False"));
    return progressing(why.filter(text -> !text.isEmpty()).orElse("it is not ready yet"));
  }

  private static Health elasticsearch(JsonNode cluster) {
    var health = cluster.path("status").asText();
    return health.equals("green") || health.equals("yellow")
        ? READY
        : progressing("its nodes are not ready yet");
  }

  private static boolean isSeen(JsonNode state) {
    return state.at("/status/observedGeneration").asLong(-1)
        >= state.path("generation").asLong();
  }

  private static Health progressing(String why) {
    return new Health(State.PROGRESSING, why);
  }

  /** What a condition of this type and status says. */
  private static Optional<String> message(JsonNode status, String type, String value) {
    return StreamSupport.stream(status.path("conditions").spliterator(), false)
        .filter(condition -> condition.path("type").asText().equals(type)
            && condition.path("status").asText().equalsIgnoreCase(value))
        .map(condition -> condition.path("message").asText())
        .findFirst();
  }
}
