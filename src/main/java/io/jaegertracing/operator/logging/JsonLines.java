package io.jaegertracing.operator.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One JSON object per line. */
final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  @Override
  public byte[] encode(ILoggingEvent event) {
    var line = new StringBuilder(256).append('{');
    fields(event).forEach((name, value) -> {
      if (line.length() > 1) {
        line.append(',');
      }
      Escapes.json(line, name);
      line.append(':');
      if (value instanceof String text) {
        Escapes.json(line, text);
      } else {
        line.append(value);
      }
    });
    return line.append("}\n").toString().getBytes(UTF_8);
  }

  private static Map<String, Object> fields(ILoggingEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("@timestamp", event.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
    fields.put("level", event.getLevel().levelStr.toLowerCase(Locale.ROOT));
    fields.put("logger", event.getLoggerName());
    fields.put("thread", event.getThreadName());
    fields.put("message", Fields.message(event));
    Fields.error(event).ifPresent(error -> fields.put("error", error));
    Fields.pairs(event).forEach(pair -> fields.put(free(fields, pair.getKey()), pair.getValue()));
    return fields;
  }

  /** No field of a caller may stand in for one of ours, nor appear twice. */
  private static String free(Map<String, Object> taken, String name) {
    return taken.containsKey(name) ? free(taken, name + "_") : name;
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
