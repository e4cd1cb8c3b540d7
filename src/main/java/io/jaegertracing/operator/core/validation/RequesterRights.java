package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the author of a Jaeger may create what the operator, which may do more, creates for them. */
final class RequesterRights {
  /** What becomes Pods, and what has no namespace, by kind. */
  private static final Map<String, String> RESOURCES = Map.of(
      "Deployment", "deployments",
      "DaemonSet", "daemonsets",
      "Job", "jobs",
      "CronJob", "cronjobs",
      "Elasticsearch", "elasticsearches",
      "Kafka", "kafkas",
      "ClusterRoleBinding", "clusterrolebindings",
      "ConsoleLink", "consolelinks");

  private static final Set<String> WITHOUT_NAMESPACE = Set.of("ClusterRoleBinding", "ConsoleLink");

  private final Requester requester;
  private final List<OfRight> needed;
  private final Facts facts;

  private RequesterRights(Requester requester, List<OfRight> needed, Facts facts) {
    this.requester = requester;
    this.needed = needed;
    this.facts = facts;
  }

  /** A Jaeger that stays what it was needs nothing that was not granted before. */
  static RequesterRights of(Review review, Optional<JaegerPlan> plan, Facts facts) {
    var requester = review.requester();
    var isAsked = !requester.name().isEmpty() && !isSameSpec(review);
    return new RequesterRights(
        requester,
        plan.filter(ready -> isAsked)
            .map(ready -> needed(requester, review.namespace(), ready))
            .orElseGet(List::of),
        facts);
  }

  Set<Lookup> questions() {
    return needed.stream()
        .filter(right -> facts.answer(right).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Problem> problem() {
    var missing = needed.stream().filter(this::isMissing).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Problem(
            Rule.REQUESTER_RIGHTS,
            "spec",
            "\"" + requester.name() + "\"",
            "ask for the right to create " + text(missing)
                + ", or let somebody write this Jaeger who has it"));
  }

  /** What nobody answered, once for every cause. */
  List<String> silences() {
    var silences = new ArrayList<String>();
    needed.stream()
        .flatMap(right -> facts.answer(right).stream())
        .filter(Answer.Unanswered.class::isInstance)
        .map(silence -> ((Answer.Unanswered) silence).why())
        .distinct()
        .map(why -> "[" + Rule.REQUESTER_RIGHTS.code() + "] whether " + requester.name()
            + " may create what this Jaeger becomes is not known: " + why)
        .forEach(silences::add);
    return silences;
  }

  private boolean isMissing(OfRight right) {
    return facts
        .answer(right)
        .filter(answer -> answer instanceof Answer.Found found
            && !found.object().path("allowed").asBoolean())
        .isPresent();
  }

  private static boolean isSameSpec(Review review) {
    return review.operation().equals("UPDATE")
        && spec(review.oldObject()).equals(spec(review.object()));
  }

  private static Optional<JsonNode> spec(Optional<JsonNode> jaeger) {
    return jaeger.map(tree -> tree.path("spec"));
  }

  private static List<OfRight> needed(Requester requester, String namespace, JaegerPlan plan) {
    return Operands.desired(plan).stream()
        .flatMap(object -> right(requester, namespace, object))
        .distinct()
        .toList();
  }

  private static Stream<OfRight> right(Requester requester, String namespace, HasMetadata object) {
    return Stream.ofNullable(RESOURCES.get(object.getKind()))
        .map(resource -> new OfRight(
            requester,
            object.getApiVersion().replaceFirst("/?[^/]*$", ""),
            resource,
            WITHOUT_NAMESPACE.contains(object.getKind()) ? "" : namespace));
  }

  /** Each place is named once, as a warning has little room. */
  private static String text(List<OfRight> rights) {
    return rights.stream()
        .collect(Collectors.groupingBy(OfRight::namespace, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(place -> place.getValue().stream()
                .map(right -> right.resource() + "." + right.group())
                .collect(Collectors.joining(", "))
            + (place.getKey().isEmpty() ? " in the cluster" : " in namespace " + place.getKey()))
        .collect(Collectors.joining(" and "));
  }
}
