package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.admission.injection.InjectionJudge;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Policy.NativeSidecars;
import io.jaegertracing.operator.core.inject.limits.LimitRange;
import io.jaegertracing.operator.core.inject.limits.Limits;
import io.jaegertracing.operator.core.inject.limits.Quota;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.core.scope.WatchedText;
import io.jaegertracing.operator.support.Patched;
import io.jaegertracing.operator.support.Trees;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** A cluster as a judge of injections sees it, and what that judge says of workloads in the namespace shop; questions are answered as the server does. */
public record Scene(
    Policy policy,
    List<Instance> all,
    Map<String, Meta> namespaces,
    Limits limits,
    boolean natives,
    Map<Lookup, Answer> objects)
    implements Snapshot {
  public static final String NAMESPACE = "shop";
  public static final Policy POLICY = new Policy(
      WorkloadKinds.ALL, Level.BOTH, NativeSidecars.AUTO, Watched.EVERYTHING, "us/me", false);

  public static Scene of(Instance... instances) {
    return new Scene(
        POLICY,
        Arrays.asList(instances),
        Map.of(NAMESPACE, Meta.NONE),
        Limits.NONE,
        true,
        Map.of());
  }

  /** With a plain Jaeger called simplest in the namespace obs. */
  public static Scene simple() {
    return of(Jaegers.plain("obs", "simplest"));
  }

  public Scene with(Instance... instances) {
    return new Scene(policy, Arrays.asList(instances), namespaces, limits, natives, objects);
  }

  public Scene policy(UnaryOperator<Policy> change) {
    return new Scene(change.apply(policy), all, namespaces, limits, natives, objects);
  }

  public Scene level(Level level) {
    return policy(old -> new Policy(
        old.kinds(), level, old.natives(), old.watched(), old.identity(), old.openShift()));
  }

  public Scene natives(NativeSidecars when) {
    return policy(old ->
        new Policy(old.kinds(), old.level(), when, old.watched(), old.identity(), old.openShift()));
  }

  public Scene watching(String... watched) {
    return policy(old -> new Policy(
        old.kinds(),
        old.level(),
        old.natives(),
        WatchedText.read(String.join(",", watched)).watched(),
        old.identity(),
        old.openShift()));
  }

  public Scene openShift() {
    return policy(old ->
        new Policy(old.kinds(), old.level(), old.natives(), old.watched(), old.identity(), true));
  }

  public Scene withoutNatives() {
    return new Scene(policy, all, namespaces, limits, false, objects);
  }

  /** The metadata of the namespace of the workloads, as YAML. */
  public Scene inNamespace(String metadata) {
    return new Scene(
        policy, all, Map.of(NAMESPACE, Meta.of(Trees.of(metadata))), limits, natives, objects);
  }

  /** With a LimitRange called small that has this item, in YAML. */
  public Scene ranged(String item) {
    return ranged("small", item);
  }

  public Scene ranged(String name, String item) {
    var range =
        LimitRange.of(Trees.of("{metadata: {name: " + name + "}, spec: {limits: [" + item + "]}}"));
    return limited(limits.with(range));
  }

  /** With a ResourceQuota called compute of this specification, in YAML. */
  public Scene quota(String spec) {
    return limited(
        limits.with(Quota.of(Trees.of("{metadata: {name: compute}, spec: " + spec + "}"))));
  }

  private Scene limited(Limits other) {
    return new Scene(policy, all, namespaces, other, natives, objects);
  }

  public Scene withoutNamespaces() {
    return new Scene(policy, all, Map.of(), limits, natives, objects);
  }

  public Scene answering(Lookup lookup, Answer answer) {
    var more = new HashMap<>(objects);
    more.put(lookup, answer);
    return new Scene(policy, all, namespaces, limits, natives, more);
  }

  /** With a ConfigMap of these keys. */
  public Scene configMap(String name, String... keys) {
    var object = Trees.map("{data: {}}");
    Arrays.stream(keys).forEach(key -> object.withObject("/data").put(key, "x"));
    return answering(new Lookup.OfConfigMap(NAMESPACE, name), new Answer.Found(object));
  }

  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public List<Instance> instances() {
    return all;
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.ofNullable(namespaces.get(name));
  }

  @Override
  public Limits limits(String namespace) {
    return namespace.equals(NAMESPACE) ? limits : Limits.NONE;
  }

  @Override
  public boolean supportsNativeSidecars() {
    return natives;
  }

  /** Of a workload that is created. */
  public Verdict judge(App app) {
    return judge(app.kind(), app.tree(), "CREATE", NAMESPACE);
  }

  public Finding finding(App app) {
    return judge(app).finding().orElseThrow();
  }

  public Reason reason(App app) {
    return finding(app).reason();
  }

  /** What becomes of it. */
  public App admitted(App app) {
    return app.with(patched(app.tree(), judge(app)));
  }

  public Verdict judge(WorkloadKind kind, JsonNode workload, String operation, String namespace) {
    return judge(review(kind, workload, operation, namespace));
  }

  public Verdict judge(Review review) {
    return judge(new InjectionJudge(policy), review);
  }

  public Verdict judge(Judge judge, Review review) {
    var facts = Facts.of(this);
    for (var round = 0; round < 10; round++) {
      var ruling = judge.judge(review, facts);
      if (ruling instanceof Verdict verdict) {
        return verdict;
      }
      var asked = ((Question) ruling).lookups();
      assertThat(asked).isNotEmpty();
      assertThat(asked).as("asked twice").noneMatch(facts.answers()::containsKey);
      var answers = new HashMap<Lookup, Answer>();
      asked.forEach(
          lookup -> answers.put(lookup, objects.getOrDefault(lookup, new Answer.Absent())));
      facts = facts.and(answers);
    }
    throw new AssertionError("the judge asks for ever");
  }

  public static JsonNode patched(JsonNode workload, Verdict verdict) {
    return verdict
        .patch()
        .map(operations -> Patched.of(workload, Trees.literal(operations.toString())))
        .orElse(workload);
  }

  public static Review review(
      WorkloadKind kind, JsonNode workload, String operation, String namespace) {
    return new Review(
        "admission.k8s.io/v1",
        "uid",
        new Review.Kind(kind.group(), kind.version(), kind.kind()),
        new Review.Resource(kind.group(), kind.version(), kind.resource()),
        "",
        operation,
        namespace,
        workload.at("/metadata/name").asText(),
        false,
        Optional.of(workload),
        Optional.empty(),
        Requester.NOBODY);
  }
}
