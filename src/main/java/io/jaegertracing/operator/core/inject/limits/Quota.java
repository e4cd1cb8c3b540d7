package io.jaegertracing.operator.core.inject.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A ResourceQuota: what all Pods that it counts may have together. How much of it is used is not looked at. */
public record Quota(String name, SortedMap<String, Amount> hard, List<Scope> scopes) {
  /** Whoever creates a Pod under one of these has to name an amount for every container. */
  private static final Set<String> TO_BE_STATED =
      Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

  /** Which Pods count; all scopes of a quota have to agree. */
  record Scope(String name, String operator, Set<String> values) {
    private static Scope of(JsonNode expression) {
      var values = new TreeSet<String>();
      expression.path("values").forEach(value -> values.add(value.asText()));
      return new Scope(
          expression.path("scopeName").asText(), expression.path("operator").asText(), values);
    }

    private boolean counts(PodAmounts pod) {
      return switch (name) {
        case "Terminating" -> pod.isTerminating();
        case "NotTerminating" -> !pod.isTerminating();
        case "BestEffort" -> pod.isBestEffort();
        case "NotBestEffort" -> !pod.isBestEffort();
        case "PriorityClass" -> isOfClass(pod.priorityClass());
        case "CrossNamespacePodAffinity" -> pod.looksIntoOtherNamespaces();
        default -> false;
      };
    }

    private boolean isOfClass(String priorityClass) {
      return switch (operator) {
        case "In" -> values.contains(priorityClass);
        case "NotIn" -> !values.contains(priorityClass);
        case "DoesNotExist" -> priorityClass.isEmpty();
        default -> !priorityClass.isEmpty();
      };
    }
  }

  public Quota {
    scopes = List.copyOf(scopes);
  }

  public static Quota of(JsonNode object) {
    var spec = object.path("spec");
    var plain = StreamSupport.stream(spec.path("scopes").spliterator(), false)
        .map(name -> new Scope(name.asText(), "Exists", Set.of()));
    var selected = StreamSupport.stream(
            spec.at("/scopeSelector/matchExpressions").spliterator(), false)
        .map(Scope::of);
    return new Quota(
        object.at("/metadata/name").asText(),
        Amount.all(spec.path("hard")),
        Stream.concat(plain, selected).toList());
  }

  boolean counts(PodAmounts pod) {
    return scopes.stream().allMatch(scope -> scope.counts(pod));
  }

  static boolean isToBeStated(String resource) {
    return TO_BE_STATED.contains(resource);
  }

  /** What a name under {@code hard} counts: {@code cpu} and {@code requests.cpu} are one. */
  static Optional<Amount> counted(String resource, Amounts amounts) {
    var limit = isOfLimits(resource);
    return Optional.ofNullable(
        (limit ? amounts.limits() : amounts.requests()).get(plain(resource)));
  }

  static boolean isOfLimits(String resource) {
    return resource.startsWith("limits.");
  }

  static String plain(String resource) {
    return resource.replaceFirst("^(limits|requests)\\.", "");
  }
}
