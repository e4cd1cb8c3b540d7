package io.jaegertracing.operator.core.plan.words;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.core.Quantities;
import io.jaegertracing.operator.core.plan.GoDuration;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields whose text must mean something: durations, schedules, counts. */
public record Words(Findings findings) {
  /** What is longer is not worth the time that it takes to be understood. */
  private static final int LONGEST = 256;

  private static final int LARGEST_ANNOTATIONS = 262_144;

  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

  private static final String KEY = " has at most " + Names.LABEL
      + " letters, digits, dashes, dots and underscores, with a letter or digit at both ends, and"
      + " before it, if anything, a domain and a slash, as in example.com/team";

  private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
  private static final Pattern URL = Pattern.compile("https?://[^/?#\\s]+([/?#]\\S*)?");
  private static final Pattern SUBDOMAIN_PART =
      Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /** An object with one that Kubernetes refuses is refused as a whole. */
  public void labels(String field, Map<String, String> labels) {
    labels.keySet().stream()
        .filter(key -> !Key.isOfLabel(key))
        .forEach(
            key -> findings.refuse(Rule.BAD_LABEL, field, quoted(key), "the key of a label" + KEY));
    labels.entrySet().stream()
        .filter(label -> !LABEL.matcher(label.getValue()).matches())
        .forEach(label -> findings.refuse(
            Rule.BAD_LABEL,
            field + "." + label.getKey(),
            quoted(label.getValue()),
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
    var size = annotations.entrySet().stream()
        .mapToLong(one -> bytes(one.getKey()) + bytes(one.getValue()))
        .sum();
    if (size > LARGEST_ANNOTATIONS) {
      findings.refuse(
          Rule.OUT_OF_RANGE,
          field,
          size + " bytes",
          "all annotations of an object have at most " + LARGEST_ANNOTATIONS);
    }
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
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

  /** The same where no time can be less than none. */
  public Optional<Duration> span(String field, @Nullable String text) {
    var duration = duration(field, text);
    duration
        .filter(Duration::isNegative)
        .ifPresent(negative -> findings.refuse(
            Rule.BAD_DURATION, field, quoted(String.valueOf(text)), "it must be 0 or more"));
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

  public <N extends Number> Optional<N> count(String field, @Nullable N number) {
    if (number != null && number.longValue() < 0) {
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

  /** One of a few, or nothing. */
  public void word(String field, String text, List<String> words) {
    if (!text.isEmpty() && !words.contains(text)) {
      findings.refuse(
          Rule.UNKNOWN_WORD,
          field,
          quoted(text),
          words.size() == 1 ? "use " + words.get(0) : "use one of " + String.join(", ", words));
    }
  }

  public void atLeast(String field, long number, long least) {
    if (number < least) {
      findings.refuse(Rule.OUT_OF_RANGE, field, number, "it must be " + least + " or more");
    }
  }

  public void objectName(String field, Optional<String> name) {
    name.ifPresent(text -> objectName(field, text));
  }

  /** The name of something that has to be there. */
  public void objectName(String field, String name) {
    if (!Key.isDomain(name)) {
      findings.refuse(
          Rule.BAD_NAME,
          field,
          quoted(name),
          "use at most " + Names.OBJECT
              + " small letters, digits, - and ., with a letter or digit at both ends and beside each .");
    }
  }

  /** Nothing stands for every host. */
  public void host(String field, String host) {
    var name = host.startsWith("*.") ? host.substring(2) : host;
    if (!host.isEmpty() && (!Key.isDomain(name) || ADDRESS.matcher(host).matches())) {
      findings.refuse(
          Rule.BAD_HOST,
          field,
          quoted(host),
          "write a name such as jaeger.example.com or *.example.com, without a scheme, port or path");
    }
  }

  /** A certificate may be for an address, too, but never for everything. */
  public void certifiedHost(String field, String host) {
    if (!Key.isDomain(host.startsWith("*.") ? host.substring(2) : host)) {
      findings.refuse(
          Rule.BAD_HOST,
          field,
          quoted(host),
          "write a name such as jaeger.example.com or *.example.com, without a scheme, port or path");
    }
  }

  public void url(String field, String url) {
    if (!url.isEmpty() && !URL.matcher(url).matches()) {
      findings.refuse(
          Rule.BAD_URL, field, quoted(url), "write a URL such as http://prometheus:9090");
    }
  }

  public void json(String field, String text) {
    if (!Json.read(text).isContainerNode()) {
      findings.refuse(Rule.BAD_JSON, field, quoted(text), "write a map or a list as JSON");
    }
  }

  public void jsonMap(String field, String text) {
    if (!text.isEmpty() && !Json.read(text).isObject()) {
      findings.refuse(Rule.BAD_JSON, field, quoted(text), "write a map as JSON");
    }
  }

  public static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
