package io.jaegertracing.operator.core.plan.checking;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.core.Quantities;
import io.jaegertracing.operator.core.plan.words.Key;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a container asks for and may take: amounts that each can be read, and that do not go together.
 *
 * @param field that has requests and limits
 */
public record Amounts(String field, Findings findings) {
  private static final Set<String> KNOWN = Set.of("cpu", "memory", "ephemeral-storage");
  private static final String PAGES = "hugepages-";

  public void check(
      @Nullable Map<String, Quantity> requested, @Nullable Map<String, Quantity> limited) {
    var requests = new TreeMap<>(Objects.requireNonNullElse(requested, Map.of()));
    var limits = new TreeMap<>(Objects.requireNonNullElse(limited, Map.of()));
    requests.forEach((name, amount) -> single("requests", name, amount));
    limits.forEach((name, amount) -> single("limits", name, amount));
    requests.forEach((name, request) -> pair(name, request, limits.get(name)));
    pages(requests, limits);
  }

  private void single(String side, String name, Quantity amount) {
    if (!isKnown(name)) {
      findings.refuse(
          Rule.UNKNOWN_WORD,
          field + "." + side,
          Words.quoted(name),
          "use cpu, memory, ephemeral-storage, or a resource with a domain, such as example.com/gpu");
    } else if (isDevice(name)
        && amount(amount)
            .filter(number -> number.stripTrailingZeros().scale() > 0)
            .isPresent()) {
      findings.refuse(
          Rule.BAD_QUANTITY,
          field + "." + side + "." + name,
          Words.quoted(amount.toString()),
          "of this there are only whole ones");
    } else if (name.startsWith(PAGES)) {
      wholePages(side, name, amount);
    }
  }

  private void wholePages(String side, String name, Quantity amount) {
    var size = Quantities.amount(name.substring(PAGES.length())).filter(one -> one.signum() > 0);
    if (size.isPresent()
        && amount(amount)
            .filter(number -> number.remainder(size.get()).signum() != 0)
            .isPresent()) {
      findings.refuse(
          Rule.BAD_QUANTITY,
          field + "." + side + "." + name,
          Words.quoted(amount.toString()),
          "write a multiple of " + name.substring(PAGES.length()));
    }
  }

  private static boolean isKnown(String name) {
    return isDevice(name)
        ? Key.isOfLabel(name) && !name.startsWith("requests.")
        : KNOWN.contains(name) || (name.startsWith(PAGES) && Key.isOfLabel(name));
  }

  private static boolean isDevice(String name) {
    return name.contains("/");
  }

  private void pair(String name, Quantity request, @Nullable Quantity limit) {
    var place = field + ".requests." + name;
    var least = amount(request);
    var most = amount(limit);
    if (isKnown(name) && !KNOWN.contains(name)) {
      shared(name, request, limit);
    } else if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      findings.refuse(
          Rule.OUT_OF_RANGE,
          place,
          Words.quoted(request.toString()),
          "the limit is " + limit + ": write at most that, or raise it");
    }
  }

  /** What cannot be given to two at once is asked for and limited as one. */
  private void shared(String name, Quantity request, @Nullable Quantity limit) {
    if (limit == null) {
      findings.refuse(
          Rule.MISSING_FIELD,
          field + ".limits." + name,
          Words.quoted(name),
          "add it with what is requested, " + request);
    } else if (!amount(request).equals(amount(limit))) {
      findings.refuse(
          Rule.OUT_OF_RANGE,
          field + ".requests." + name,
          Words.quoted(request.toString()),
          "the limit is " + limit + ": of this a container has as much as it may have");
    }
  }

  private void pages(Map<String, Quantity> requests, Map<String, Quantity> limits) {
    var names =
        Stream.of(requests, limits).flatMap(some -> some.keySet().stream()).toList();
    if (names.stream().noneMatch(name -> name.equals("cpu") || name.equals("memory"))) {
      names.stream()
          .filter(name -> name.startsWith(PAGES))
          .findFirst()
          .ifPresent(name -> findings.refuse(
              Rule.MISSING_FIELD,
              field + ".limits.memory",
              Words.quoted("memory"),
              "add it, or cpu: " + name + " are never given alone"));
    }
  }

  private static Optional<BigDecimal> amount(@Nullable Quantity quantity) {
    return Optional.ofNullable(quantity).map(Objects::toString).flatMap(Quantities::amount);
  }
}
