package io.jaegertracing.operator.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;

/** Switches the log on; until then nothing is logged, for the settings say where and how. */
public final class Logs {
  private static final String OURS = "io.jaegertracing";

  private Logs() {}

  public static void configure(LogLevel level, LogFormat format, PrintStream out) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var encoder = format == LogFormat.JSON
        ? new JsonLines()
        : new TerminalLines(format == LogFormat.COLOURED);
    encoder.setContext(context);
    encoder.start();
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(new Kept(out));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(ofLibraries(level));
    context.getLogger(OURS).setLevel(level.level());
    JdkLogs.forward(level);
  }

  /** At their own trace level libraries print whole requests, which may hold what no pattern recognises. */
  private static Level ofLibraries(LogLevel level) {
    return switch (level) {
      case TRACE -> Level.DEBUG;
      case ERROR -> Level.ERROR;
      default -> Level.WARN;
    };
  }
}
