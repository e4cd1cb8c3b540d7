package io.jaegertracing.operator.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.jaegertracing.operator.core.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The parts of an event as they may be shown: secrets masked, numbers and truth values kept. */
final class Fields {
  private Fields() {}

  static String message(ILoggingEvent event) {
    return Redaction.mask(Objects.requireNonNullElse(event.getFormattedMessage(), ""));
  }

  static List<Map.Entry<String, Object>> pairs(ILoggingEvent event) {
    var pairs = event.getKeyValuePairs();
    return pairs == null
        ? List.of()
        : pairs.stream()
            .map(pair -> Map.entry(pair.key, value(pair.key, pair.value)))
            .toList();
  }

  private static Object value(String name, Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return value;
    }
    return Redaction.mask(name, String.valueOf(value));
  }

  /** Class, message and stack. */
  static Optional<String> error(ILoggingEvent event) {
    return Optional.ofNullable(event.getThrowableProxy())
        .map(thrown -> Redaction.mask(ThrowableProxyUtil.asString(thrown).stripTrailing()));
  }
}
