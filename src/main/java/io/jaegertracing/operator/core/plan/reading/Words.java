package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.core.plan.GoDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields whose text must mean something: durations, schedules, counts. */
record Words(Findings findings) {
  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?");

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

  /** Numbers with a suffix such as 500m or 16Gi. */
  Optional<Quantity> quantity(String field, @Nullable Quantity quantity) {
    if (quantity != null && !QUANTITY.matcher(quantity.toString()).matches()) {
      findings.refuse(field, quoted(quantity.toString()), "write a quantity such as 500m or 16Gi");
    }
    return Optional.ofNullable(quantity);
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
