package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.core.plan.GoDuration;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields whose text must mean something: durations, schedules, counts. */
record Words(Findings findings) {
  Optional<Duration> duration(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    var duration = GoDuration.parse(text);
    if (duration.isEmpty()) {
      findings.refuse(field, quoted(text), "write a duration such as 72h or 1h30m");
    }
    return duration;
  }

  String schedule(String field, @Nullable String text, String otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    if (!CronSchedule.isValid(text)) {
      findings.refuse(
          field, quoted(text), "write a cron schedule of five fields such as \"55 23 * * *\"");
    }
    return text;
  }

  Optional<Integer> count(String field, @Nullable Integer number) {
    if (number != null && number < 0) {
      findings.refuse(field, number, "it must be 0 or more");
    }
    return Optional.ofNullable(number);
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
