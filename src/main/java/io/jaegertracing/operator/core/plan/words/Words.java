package io.jaegertracing.operator.core.plan.words;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.core.Quantities;
import io.jaegertracing.operator.core.plan.GoDuration;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields whose text must mean something: durations, schedules, counts. */
public record Words(Findings findings) {
  /** What is longer is not worth the time that it takes to be understood. */
  private static final int LONGEST = 256;

  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

  private static final String KEY = " has at most " + Names.LABEL
      + " letters, digits, dashes, dots and underscores, with a letter or digit at both ends, and"
      + " before it, if anything, a domain and a slash, as in example.com/team";

  private static final Pattern SUBDOMAIN_PART =
      Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /** An object with one that Kubernetes refuses is refused as a whole. */
  public void labels(String field, Map<String, String> labels) {
    labels.keySet().stream()
        .filter(key -> !Key.isOfLabel(key))
        .forEach(
            key -> findings.refuse(Rule.BAD_LABEL, field, quoted(key), "the key of a label" + KEY));
    labels.values().stream()
        .filter(value -> !LABEL.matcher(value).matches())
        .forEach(value -> findings.refuse(
            Rule.BAD_LABEL,
            field,
            quoted(value),
            "the value of a label has at most " + Names.LABEL
                + " letters, digits, dashes, dots and underscores, with a letter or digit at both"
                + " ends"));
  }

  /** Their values are free. */
  public void annotations(String field, Map<String, String> annotations) {
    annotations.keySet().stream()
        .filter(key -> !Key.isOfAnnotation(key))
        .forEach(key -> findings.refuse(
            Rule.BAD_ANNOTATION, field, quoted(key), "the key of an annotation" + KEY));
  }

  /** The name of something whose Service is called like it. */
  public String serviceName(String field, String name) {
    if (!SUBDOMAIN_PART.matcher(name).matches()) {
      findings.refuse(
          Rule.BAD_NAME,
          field,
          quoted(name),
          "use at most " + Names.LABEL
              + " small letters, digits and dashes, with a letter or digit at both ends");
    }
    return name;
  }

  public Optional<Duration> duration(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    var duration = text.length() > LONGEST ? Optional.<Duration>empty() : GoDuration.parse(text);
    if (duration.isEmpty()) {
      findings.refuse(
          Rule.BAD_DURATION, field, quoted(text), "write a duration such as 72h or 1h30m");
    }
    return duration;
  }

  public String schedule(String field, @Nullable String text, String otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    if (text.length() > LONGEST || !CronSchedule.isValid(text)) {
      findings.refuse(
          Rule.BAD_SCHEDULE,
          field,
          quoted(text),
          "write a cron schedule of five fields such as \"55 23 * * *\"");
    }
    return text;
  }

  public Optional<Integer> count(String field, @Nullable Integer number) {
    if (number != null && number < 0) {
      findings.refuse(Rule.NEGATIVE_COUNT, field, number, "it must be 0 or more");
    }
    return Optional.ofNullable(number);
  }

  /** Numbers with a suffix such as 500m or 16Gi. */
  public Optional<Quantity> quantity(String field, @Nullable Quantity quantity) {
    if (quantity != null && !Quantities.isValid(quantity.toString())) {
      findings.refuse(
          Rule.BAD_QUANTITY,
          field,
          quoted(quantity.toString()),
          "write a quantity such as 500m or 16Gi");
    } else if (quantity != null && quantity.toString().startsWith("-")) {
      findings.refuse(
          Rule.BAD_QUANTITY, field, quoted(quantity.toString()), "it must be 0 or more");
    }
    return Optional.ofNullable(quantity);
  }

  public static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
