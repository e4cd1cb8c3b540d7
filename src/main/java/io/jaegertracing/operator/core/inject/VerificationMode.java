package io.jaegertracing.operator.core.inject;

import io.jaegertracing.operator.api.Wellknown;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a finished Pod whose sidecar is missing or altered. */
public enum VerificationMode {
  /** Nobody looks. */
  OFF,
  /** Numbers, audit log and log line, nothing else. */
  AUDIT,
  /** Whoever creates the Pod is warned, too, and an Event tells of it. */
  WARN,
  /** It is refused. */
  DENY;

  /** The mode of one namespace, and what its author should know. */
  public record Chosen(VerificationMode mode, List<String> warnings) {
    public Chosen {
      warnings = List.copyOf(warnings);
    }
  }

  /** What the namespace says, its annotation before its label, and what is usual otherwise. */
  public static Chosen of(Meta namespace, VerificationMode usual) {
    var given = Stream.of(namespace.annotations(), namespace.labels())
        .map(texts -> texts.getOrDefault(Wellknown.VERIFY, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
    if (given.isEmpty()) {
      return new Chosen(usual, List.of());
    }
    return named(given.get())
        .map(mode -> new Chosen(mode, List.of()))
        .orElseGet(() -> new Chosen(
            usual,
            List.of("[ignored-annotation] " + Wellknown.VERIFY + ": \"" + given.get()
                + "\" of the namespace is left out, --verify-injection=" + usual.word()
                + " holds; write one of "
                + Arrays.stream(values())
                    .map(VerificationMode::word)
                    .collect(Collectors.joining(", ")))));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<VerificationMode> named(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word().equalsIgnoreCase(word))
        .findFirst();
  }
}
