package io.jaegertracing.operator.logging;

import ch.qos.logback.classic.Level;
import java.util.Locale;
import java.util.Optional;

/** How much is said, under every name that the flag has ever accepted. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR;

  /** The accepted names, for a message that refuses another one. */
  public static final String NAMES = "trace, debug, info, warn, warning, error, fatal, panic";

  Level level() {
    return Level.toLevel(name());
  }

  public static Optional<LogLevel> of(String name) {
    return Optional.ofNullable(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "trace" -> TRACE;
          case "debug" -> DEBUG;
          case "info" -> INFO;
          case "warn", "warning" -> WARN;
          case "error", "fatal", "panic" -> ERROR;
          default -> null;
        });
  }
}
