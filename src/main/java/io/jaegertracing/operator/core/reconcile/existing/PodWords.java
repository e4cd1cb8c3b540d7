package io.jaegertracing.operator.core.reconcile.existing;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.OneLine;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Pods say of why they do not do their work. */
public final class PodWords {
  /** A status is no log. */
  private static final int LONGEST = 300;

  private PodWords() {}

  /** Of the Pod that was made last among those that say anything. */
  public static Optional<String> of(JsonNode pods) {
    return StreamSupport.stream(pods.spliterator(), false)
        .sorted(Comparator.comparing(
                (JsonNode pod) -> pod.at("/metadata/creationTimestamp").asText())
            .reversed())
        .flatMap(pod -> ofPod(pod.path("status")).stream())
        .findFirst();
  }

  private static Optional<String> ofPod(JsonNode status) {
    return Stream.of("initContainerStatuses", "containerStatuses")
        .flatMap(list -> StreamSupport.stream(status.path(list).spliterator(), false))
        .flatMap(container -> ofContainer(container).stream())
        .findFirst()
        .or(() -> text(status.path("reason").asText(), status.path("message").asText()));
  }

  private static Optional<String> ofContainer(JsonNode container) {
    return Stream.of("/state", "/lastState")
        .flatMap(when -> Stream.concat(
            ended(container.at(when + "/terminated")).stream(),
            waiting(container.at(when + "/waiting")).stream()))
        .findFirst()
        .map(words -> "container " + container.path("name").asText() + " " + words);
  }

  private static Optional<String> ended(JsonNode terminated) {
    var exit = terminated.path("exitCode").asInt();
    return exit == 0
        ? Optional.empty()
        : Optional.of(
            text(terminated.path("reason").asText(), terminated.path("message").asText())
                .map(text -> "ended with exit code " + exit + ": " + text)
                .orElse("ended with exit code " + exit));
  }

  /** One that is being made waits, too, and that it waits after a failure is no reason. */
  private static Optional<String> waiting(JsonNode waiting) {
    var reason = waiting.path("reason").asText();
    var usual = reason.isEmpty()
        || reason.equals("ContainerCreating")
        || reason.equals("PodInitializing")
        || reason.equals("CrashLoopBackOff");
    return usual
        ? Optional.empty()
        : text(reason, waiting.path("message").asText()).map(text -> "waits: " + text);
  }

  /** What went wrong in the end stands at the end. */
  private static Optional<String> text(String reason, String message) {
    var line = OneLine.of(message).strip();
    var end = line.length() > LONGEST ? "…" + line.substring(line.length() - LONGEST) : line;
    return Stream.of(end, reason).filter(text -> !text.isEmpty()).findFirst();
  }
}
