package io.jaegertracing.operator.logging;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a line looks. */
public enum LogFormat {
  JSON,
  TEXT,
  COLOURED;

  /** The accepted names, for a message that refuses another one. */
  public static final String NAMES = "auto, json, text";

  /** In a cluster lines are read by machines, elsewhere by people. */
  public static Optional<LogFormat> of(String name, Map<String, String> environment) {
    return Optional.ofNullable(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "json" -> JSON;
          case "text" -> TEXT;
          case "auto" -> environment.containsKey("KUBERNETES_SERVICE_HOST") ? JSON : TEXT;
          default -> null;
        });
  }

  /** The same format where colours can be seen. */
  public LogFormat onTerminal() {
    return this == TEXT ? COLOURED : this;
  }
}
