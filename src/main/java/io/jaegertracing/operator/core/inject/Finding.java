package io.jaegertracing.operator.core.inject;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came out for one workload: the reason, what makes it this case in particular, and the Jaeger (namespace/name) that was chosen. */
public record Finding(Reason reason, String detail, Optional<String> instance) {
  public static Finding of(Reason reason, String detail) {
    return new Finding(reason, detail, Optional.empty());
  }

  /** The same with more to say. */
  public Finding and(List<String> more) {
    var all = Stream.concat(Stream.of(detail).filter(some -> !some.isEmpty()), more.stream());
    return new Finding(reason, all.collect(Collectors.joining("; ")), instance);
  }

  /** One line for people: the code, the sentence and the detail. */
  public String text() {
    return "[" + reason.code() + "] " + (detail.isEmpty() ? reason.sentence() : detail);
  }
}
