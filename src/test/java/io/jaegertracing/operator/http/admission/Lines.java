package io.jaegertracing.operator.http.admission;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged by some of us while this is open, at every level. */
public final class Lines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger;
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  private Lines(Logger logger) {
    this.logger = logger;
  }

  public static Lines of(Class<?> logging) {
    return of(logging.getName());
  }

  /** Of a package or a class. */
  public static Lines of(String name) {
    var logger = (Logger) LoggerFactory.getLogger(name);
    var lines = new Lines(logger);
    lines.setContext(logger.getLoggerContext());
    lines.start();
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    logger.addAppender(lines);
    return lines;
  }

  public List<ILoggingEvent> events() {
    return events;
  }

  @Override
  protected void append(ILoggingEvent event) {
    events.add(event);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(null);
    stop();
  }
}
