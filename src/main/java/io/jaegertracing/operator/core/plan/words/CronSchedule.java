package io.jaegertracing.operator.core.plan.words;

import io.jaegertracing.operator.core.plan.GoDuration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Schedules that a CronJob accepts: five fields, a nickname, or an interval, each with an optional time zone. */
public final class CronSchedule {
  private static final Set<String> NICKNAMES =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private record Field(int least, int most, List<String> names) {}

  private static final List<Field> FIELDS = List.of(
      new Field(0, 59, List.of()),
      new Field(0, 23, List.of()),
      new Field(1, 31, List.of()),
      new Field(1, 12, MONTHS),
      new Field(0, 6, DAYS));

  private CronSchedule() {}

  static boolean isValid(String text) {
    if (text.startsWith("@every ")) {
      return GoDuration.parse(text.substring("@every ".length())).isPresent();
    }
    if (text.startsWith("@")) {
      return NICKNAMES.contains(text);
    }
    var fields = text.strip().split("\\s+", -1);
    if (fields.length != FIELDS.size()) {
      return false;
    }
    for (var i = 0; i < fields.length; i++) {
      if (!isValid(fields[i], FIELDS.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValid(String text, Field field) {
    for (var part : text.split(",", -1)) {
      if (!isValidPart(part, field)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValidPart(String part, Field field) {
    var step = part.split("/", -1);
    if (step.length > 2
        || (step.length == 2 && number(step[1]).filter(n -> n > 0).isEmpty())) {
      return false;
    }
    var range = step[0].split("-", -1);
    if (range.length == 1 && (range[0].equals("*") || range[0].equals("?"))) {
      return true;
    }
    var first = value(range[0], field);
    var last = range.length == 1 ? first : value(range[1], field);
    return range.length <= 2 && first.isPresent() && last.isPresent() && first.get() <= last.get();
  }

  private static Optional<Integer> value(String text, Field field) {
    var named = field.names().indexOf(text.toLowerCase(Locale.ROOT));
    var offset = field.names().equals(MONTHS) ? 1 : 0;
    return named >= 0
        ? Optional.of(named + offset)
        : number(text).filter(n -> n >= field.least() && n <= field.most());
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
