package io.jaegertracing.operator.logging;

import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Hands over what the JDK and a few libraries log through java.util.logging, which would print to standard error by itself. */
final class JdkLogs extends Handler {
  private final SimpleFormatter formatter = new SimpleFormatter();

  private JdkLogs() {}

  static void forward(LogLevel level) {
    LogManager.getLogManager().reset();
    var root = java.util.logging.Logger.getLogger("");
    root.setLevel(level == LogLevel.TRACE ? Level.FINE : Level.WARNING);
    root.addHandler(new JdkLogs());
  }

  @Override
  public void publish(LogRecord line) {
    LoggerFactory.getLogger(Objects.requireNonNullElse(line.getLoggerName(), "java.util.logging"))
        .atLevel(severity(line.getLevel()))
        .setCause(line.getThrown())
        .log("{}", formatter.formatMessage(line));
  }

  private static org.slf4j.event.Level severity(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return org.slf4j.event.Level.ERROR;
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return org.slf4j.event.Level.WARN;
    }
    return level.intValue() >= Level.INFO.intValue()
        ? org.slf4j.event.Level.INFO
        : org.slf4j.event.Level.DEBUG;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
