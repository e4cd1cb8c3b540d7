package io.jaegertracing.operator.core.problem;

import io.jaegertracing.operator.core.OneLine;
import io.jaegertracing.operator.core.Redaction;
import java.util.regex.Pattern;

/** One rule that one field breaks, and what its author can do. */
public record Problem(Rule rule, String field, String value, String remedy) {
  private static final int MOST_SHOWN = 120;
  private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

  private static final int LONGEST_FIELD = 256;

  /** A name can be as long as a whole request. */
  public Problem {
    field = OneLine.of(cut(field, LONGEST_FIELD));
  }

  /** The whole line. */
  public String text() {
    return field + ": " + message();
  }

  /** The line without the field. */
  public String message() {
    return shown() + " " + rule.complaint() + "; " + remedy;
  }

  /** The field without its positions in lists, which change when something else is added or removed. */
  public String place() {
    return POSITION.matcher(field).replaceAll("[]");
  }

  /** Whether it may be there only because what the other names was not read: under a wrong name, or as what it cannot be. */
  public boolean followsFrom(Problem other) {
    return switch (rule) {
      case MISSING_FIELD -> other.field.startsWith(field.substring(0, field.lastIndexOf('.') + 1));
      case MISTYPED_FIELD -> other.field.equals(field);
      default -> false;
    };
  }

  private String shown() {
    return OneLine.of(Redaction.mask(field, cut(value, MOST_SHOWN)));
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }
}
