package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.jaegertracing.operator.api.ServiceMonitor;
import io.jaegertracing.operator.api.component.DisruptionBudget;
import io.jaegertracing.operator.core.plan.Component.Disruption;
import io.jaegertracing.operator.core.plan.JaegerPlan.Monitor;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What those who run a cluster ask of everything in it: where images come from, what may be missing, what is measured. */
record OperationReader(Findings findings) {
  private static final Pattern REGISTRY = Pattern.compile(
      "[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?(:\\d+)?(/[a-z0-9]+([-._]+[a-z0-9]+)*)*");
  private static final Pattern PERCENTAGE = Pattern.compile("(100|\\d{1,2})%");

  /** As the Prometheus operator reads it. */
  private static final Pattern INTERVAL =
      Pattern.compile("0|(?=\\d)(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?");

  Optional<String> registry(@Nullable String given) {
    var registry = CommonReader.text(given);
    registry
        .filter(text -> !REGISTRY.matcher(text).matches())
        .ifPresent(
            text -> findings.refuse(
                Rule.BAD_REGISTRY,
                "spec.imageRegistry",
                Words.quoted(text),
                "write a host, a port and a path as they stand before an image, such as registry.example.com/mirror"));
    return registry;
  }

  Optional<Disruption> disruption(String field, @Nullable DisruptionBudget given) {
    if (given == null) {
      return Optional.empty();
    }
    if ((given.minAvailable == null) == (given.maxUnavailable == null)) {
      findings.refuse(
          Rule.BAD_DISRUPTION_BUDGET,
          field,
          given.minAvailable == null ? "without a number" : "with two numbers",
          "give either minAvailable or maxUnavailable");
    }
    return Optional.of(new Disruption(
        pods(field + ".minAvailable", given.minAvailable),
        pods(field + ".maxUnavailable", given.maxUnavailable)));
  }

  private Optional<IntOrString> pods(String field, @Nullable IntOrString given) {
    var number = Optional.ofNullable(given);
    number
        .filter(some -> some.getIntVal() == null
            ? !PERCENTAGE
                .matcher(Objects.requireNonNullElse(some.getStrVal(), ""))
                .matches()
            : some.getIntVal() < 0)
        .ifPresent(some -> findings.refuse(
            Rule.BAD_DISRUPTION_BUDGET,
            field,
            some.getValue(),
            "write a number of Pods such as 1, or a percentage such as 50%, at most 100%"));
    return number;
  }

  Optional<Monitor> monitor(@Nullable ServiceMonitor given) {
    if (given == null) {
      return Optional.empty();
    }
    var interval = CommonReader.text(given.interval);
    interval
        .filter(text -> !INTERVAL.matcher(text).matches())
        .ifPresent(text -> findings.refuse(
            Rule.BAD_DURATION,
            "spec.serviceMonitor.interval",
            Words.quoted(text),
            "write a duration such as 30s or 1m30s"));
    var labels = new TreeMap<>(CommonReader.map(given.labels));
    new Words(findings).labels("spec.serviceMonitor.labels", labels);
    return Boolean.TRUE.equals(given.enabled)
        ? Optional.of(new Monitor(interval, labels))
        : Optional.empty();
  }
}
