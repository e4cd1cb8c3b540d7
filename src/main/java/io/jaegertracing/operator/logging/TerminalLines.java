package io.jaegertracing.operator.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Time, level, logger, message and fields, for eyes. */
final class TerminalLines extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final boolean coloured;

  TerminalLines(boolean coloured) {
    this.coloured = coloured;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    var line = new StringBuilder(160);
    TIME.formatTo(event.getInstant(), line);
    line.append(' ');
    paint(line, colour(event.getLevel()), String.format(Locale.ROOT, "%-5s", event.getLevel()));
    line.append(' ');
    Escapes.plain(
        line, event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1));
    line.append(": ");
    Escapes.plain(line, Fields.message(event));
    for (var pair : Fields.pairs(event)) {
      line.append(' ');
      paint(line, "36", pair.getKey());
      line.append('=');
      quotedWhenNeeded(line, pair.getValue().toString());
    }
    line.append('\n');
    Fields.error(event).ifPresent(error -> indented(line, error));
    return line.toString().getBytes(UTF_8);
  }

  private void paint(StringBuilder line, String colour, String text) {
    if (coloured) {
      line.append("\u001b[").append(colour).append('m');
    }
    Escapes.plain(line, text);
    if (coloured) {
      line.append("\u001b[0m");
    }
  }

  private static String colour(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> "31";
      case Level.WARN_INT -> "33";
      case Level.INFO_INT -> "32";
      default -> "2";
    };
  }

  private static void quotedWhenNeeded(StringBuilder line, String value) {
    if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '=')) {
      Escapes.json(line, value);
    } else {
      Escapes.plain(line, value);
    }
  }

  /** Every line of a stack is indented: no message inside can look like a line of its own. */
  private static void indented(StringBuilder line, String error) {
    error.lines().forEach(each -> {
      line.append("    ");
      Escapes.plain(line, each.replace("\t", "  "));
      line.append('\n');
    });
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
