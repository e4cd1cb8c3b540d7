package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Policy.NativeSidecars;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.decision.Decision.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import static io.jaegertracing.operator.core.inject.decision.Decision.skip;

/** The rules of injection in the order in which they are asked: the first one with an opinion decides. */
public final class InjectionRules {
  private static final String OPERATOR = "jaeger-operator";
  private static final Set<String> FINISHING = Set.of("Never", "OnFailure");

  /** What is asked, and of what: a rule about the request alone is asked before anything is looked up. */
  public record Rule(
      String question, boolean ofRequestAlone, Function<Situation, Optional<Decision>> opinion) {}

  private static final List<Rule> IN_THIS_ORDER = List.of(
      request("Is the namespace watched?", InjectionRules::watched),
      request("Is this an operation on a whole workload of the table?", InjectionRules::operation),
      request("Is this kind decided at this injection level?", InjectionRules::level),
      request("Is the workload being deleted?", InjectionRules::terminating),
      request("Is it a mirror of a static Pod?", InjectionRules::mirror),
      request("Does it belong to a Jaeger or to the operator?", InjectionRules::ownWorkload),
      request("Is it decided on where its owner is?", Owners::decide),
      workload("Does the namespace have the labels that are watched?", InjectionRules::labelled),
      rule("Is a sidecar refused?", InjectionRules::optedOut),
      rule("Can the value that asks for one be understood?", InjectionRules::unreadable),
      rule("Does anybody ask for one?", InjectionRules::notRequested),
      workload("Is there an agent of somebody else?", InjectionRules::foreign),
      workload("Does it have containers?", InjectionRules::malformed),
      workload("Does the agent run on the nodes' system?", InjectionRules::otherSystem),
      rule("Which Jaeger is meant?", InjectionRules::noInstance),
      rule("Is that Jaeger without mistakes?", InjectionRules::invalidInstance),
      workload("Could the Pods still finish?", InjectionRules::finishing),
      rule("Does the network of the node leave room for the agent?", InjectionRules::hostNetwork),
      rule("Are the agent's ports free?", InjectionRules::ports),
      rule("Does the sidecar pass the namespace's Pod Security level?", InjectionRules::security),
      rule("Does the sidecar fit into what the Pod has as a whole?", Allowances::whole),
      rule("Can its Pods be created within the namespace's LimitRanges?", Allowances::ranges),
      rule("Can its Pods be created within the namespace's ResourceQuotas?", Allowances::quotas),
      rule("Then it is injected.", InjectionRules::inject));

  private InjectionRules() {}

  public static List<Rule> all() {
    return IN_THIS_ORDER;
  }

  /** What needs no look at the cluster. */
  public static Optional<Decision> early(Candidate candidate) {
    var situation = Situation.early(candidate);
    return IN_THIS_ORDER.stream()
        .filter(Rule::ofRequestAlone)
        .flatMap(rule -> rule.opinion().apply(situation).stream())
        .findFirst();
  }

  public static Decision decide(Candidate candidate) {
    var situation = Situation.of(candidate);
    return IN_THIS_ORDER.stream()
        .flatMap(rule -> rule.opinion().apply(situation).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the last rule has no opinion"));
  }

  private static Rule request(String question, Function<Candidate, Optional<Decision>> opinion) {
    return new Rule(question, true, situation -> opinion.apply(situation.candidate()));
  }

  private static Rule workload(String question, Function<Candidate, Optional<Decision>> opinion) {
    return new Rule(question, false, situation -> opinion.apply(situation.candidate()));
  }

  private static Rule rule(String question, Function<Situation, Optional<Decision>> opinion) {
    return new Rule(question, false, opinion);
  }

  private static Optional<Decision> watched(Candidate candidate) {
    return candidate.policy().watched().mayHave(candidate.namespace())
        ? Optional.empty()
        : Optional.of(skip(Reason.NOT_WATCHED, ""));
  }

  private static Optional<Decision> labelled(Candidate candidate) {
    return candidate
            .policy()
            .watches(candidate.namespace(), candidate.surroundings().namespace())
        ? Optional.empty()
        : Optional.of(skip(Reason.NOT_WATCHED, "its labels do not match"));
  }

  private static Optional<Decision> operation(Candidate candidate) {
    var kind = candidate.kind();
    if (!candidate.subResource().isEmpty()) {
      return Optional.of(skip(
          Reason.NOT_A_WORKLOAD,
          "the subresource " + candidate.subResource() + " has no template"));
    }
    if (!kind.operations().contains(candidate.operation())) {
      var detail = candidate.operation() + " cannot change the template of a " + kind.kind();
      return Optional.of(skip(Reason.NOT_A_WORKLOAD, detail));
    }
    // A Rollout may borrow the template of a Deployment.
    return candidate.template().isMissingNode() || candidate.template().isNull()
        ? Optional.of(skip(Reason.NOT_A_WORKLOAD, "there is no " + kind.templatePath()))
        : Optional.empty();
  }

  private static Optional<Decision> level(Candidate candidate) {
    var level = candidate.policy().level();
    var isLeftAlone = candidate.kind().isPod() ? level == Level.WORKLOAD : level == Level.POD;
    return isLeftAlone
        ? Optional.of(skip(
            Reason.OTHER_LEVEL,
            level == Level.POD ? "only Pods are injected" : "Pods are not injected"))
        : Optional.empty();
  }

  private static Optional<Decision> terminating(Candidate candidate) {
    return candidate.workload().at("/metadata/deletionTimestamp").isTextual()
        ? Optional.of(skip(Reason.TERMINATING, ""))
        : Optional.empty();
  }

  private static Optional<Decision> mirror(Candidate candidate) {
    return candidate.kind().isPod()
            && candidate.meta().annotations().containsKey("kubernetes.io/config.mirror")
        ? Optional.of(skip(Reason.MIRROR_POD, ""))
        : Optional.empty();
  }

  /** Of a Jaeger, the query program alone is traced; of the operator nothing, as it could not start without itself. */
  private static Optional<Decision> ownWorkload(Candidate candidate) {
    var labels = candidate.meta().labels();
    var ofJaeger = "jaeger".equals(labels.get(Wellknown.APP_LABEL))
        && !"query".equals(labels.get(Wellknown.APP_COMPONENT));
    var ofOperator =
        OPERATOR.equals(labels.get("name")) || OPERATOR.equals(labels.get(Wellknown.APP_NAME));
    return ofJaeger || ofOperator ? Optional.of(skip(Reason.OWN_WORKLOAD, "")) : Optional.empty();
  }

  private static Optional<Decision> optedOut(Situation situation) {
    return situation.wish() instanceof Wish.OptedOut optedOut
        ? Optional.of(
            unwanted(situation.candidate(), Reason.OPTED_OUT, optedOut.place() + " says false"))
        : Optional.empty();
  }

  private static Optional<Decision> unreadable(Situation situation) {
    return situation.wish() instanceof Wish.Unreadable wish
        ? Optional.of(
            skip(
                Reason.BAD_ANNOTATION,
                Wellknown.INJECT + ": \"" + wish.value() + "\" of " + wish.place()
                    + " is neither true nor false nor the name of a Jaeger; write true, false, NAME or NAMESPACE/NAME"))
        : Optional.empty();
  }

  private static Optional<Decision> notRequested(Situation situation) {
    return situation.wish() instanceof Wish.Nothing
        ? Optional.of(unwanted(situation.candidate(), Reason.NOT_REQUESTED, ""))
        : Optional.empty();
  }

  private static Decision unwanted(Candidate candidate, Reason reason, String detail) {
    return candidate.isInjected()
        ? new Decision.Remove(Finding.of(reason, detail))
        : skip(reason, detail);
  }

  private static Optional<Decision> foreign(Candidate candidate) {
    return candidate.hasAgent() && !candidate.isInjected()
        ? Optional.of(skip(Reason.FOREIGN_SIDECAR, ""))
        : Optional.empty();
  }

  /** With a sidecar alone it would be accepted, and the mistake would stay hidden. */
  private static Optional<Decision> malformed(Candidate candidate) {
    var containers = candidate.pod().path("containers");
    return containers.isArray() && !containers.isEmpty()
        ? Optional.empty()
        : Optional.of(skip(
            Reason.MALFORMED,
            candidate.kind().podPath().field("containers") + " holds no container"));
  }

  private static Optional<Decision> otherSystem(Candidate candidate) {
    var pod = candidate.pod();
    var selector = pod.path("nodeSelector");
    var systems = List.of(
        pod.path("os").path("name").asText(),
        selector.path("kubernetes.io/os").asText(),
        selector.path("beta.kubernetes.io/os").asText());
    return systems.stream()
        .filter(system -> !system.isEmpty() && !system.equals("linux"))
        .findFirst()
        .map(system ->
            skip(Reason.OTHER_SYSTEM, "the Pods run on " + system + ", the agent on linux only"));
  }

  private static Optional<Decision> noInstance(Situation situation) {
    return situation.selection() instanceof Selection.None none
        ? Optional.of(skip(none.reason(), none.detail()))
        : Optional.empty();
  }

  private static Optional<Decision> invalidInstance(Situation situation) {
    var instance = situation.instance();
    return instance.rendered() instanceof Instance.Rendered.Refused refused
        ? Optional.of(skip(
            Reason.INVALID_INSTANCE, instance.key() + ": " + String.join("; ", refused.reasons())))
        : Optional.empty();
  }

  private static Optional<Decision> finishing(Candidate candidate) {
    if (!finishes(candidate) || asNative(candidate)) {
      return Optional.empty();
    }
    var detail = candidate.policy().natives() == NativeSidecars.NEVER
        ? "the Pods end by themselves and --native-sidecars=never; a sidecar would keep them running"
        : "the Pods end by themselves, and native sidecars need Kubernetes 1.29 on the server and on every node";
    return Optional.of(skip(Reason.WOULD_NOT_FINISH, detail));
  }

  private static Optional<Decision> hostNetwork(Situation situation) {
    return situation.candidate().pod().path("hostNetwork").asBoolean()
            && !situation.template().ports().stream().allMatch(AgentTemplate.Port::chosen)
        ? Optional.of(skip(
            Reason.HOST_NETWORK,
            "the Pods use the network of their node; set all five ports in spec.agent.options of "
                + situation.instance().key() + " to ports that are free on every node"))
        : Optional.empty();
  }

  private static Optional<Decision> ports(Situation situation) {
    return PortConflicts.unresolved(situation.candidate(), situation.template())
        .map(conflict -> skip(Reason.PORT_CONFLICT, conflict));
  }

  private static Optional<Decision> security(Situation situation) {
    var level = PodSecurity.of(situation.candidate().surroundings().namespace());
    var objections = level.objections(situation.template());
    return objections.isEmpty()
        ? Optional.empty()
        : Optional.of(skip(
            Reason.POD_SECURITY,
            "the namespace enforces " + level.word() + ", which forbids "
                + String.join(", ", objections) + " of " + situation.instance().key()));
  }

  private static Optional<Decision> inject(Situation situation) {
    return Optional.of(
        new Inject(situation.instance(), situation.template(), asNative(situation.candidate())));
  }

  /** Whether its Pods end by themselves. */
  public static boolean finishes(Candidate candidate) {
    return candidate.kind().finishes()
        || FINISHING.contains(candidate.pod().path("restartPolicy").asText());
  }

  static boolean asNative(Candidate candidate) {
    return switch (candidate.policy().natives()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> finishes(candidate) && candidate.surroundings().supportsNativeSidecars();
    };
  }
}
