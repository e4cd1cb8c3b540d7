package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.observed.Observed;
import io.jaegertracing.operator.core.plan.observed.Observed.Workload;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.documents.YamlText;
import io.jaegertracing.operator.support.Seeded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObservedSelectorsTest {
  private static final int FULL_COUNT = 1_000;
  private static final int LEAST = 100;
  private static final Platform PLATFORM = Plans.of(Strategy.ALL_IN_ONE).build().platform();
  private static final String STREAMING = """
      kind: Jaeger
      metadata: {name: a, namespace: n}
      spec: {strategy: streaming, agent: {strategy: DaemonSet}, labels: {team: blue},
        storage: {type: cassandra}, query: {podDisruptionBudget: {minAvailable: 1}},
        serviceMonitor: {enabled: true}}
      """;

  @Test
  void whatTheGoOperatorSelectedByIsKeptAndCarried() {
    var selector = labels("query", Map.of("sidecar.jaegertracing.io/injected", "a", "team", "red"));
    var query = deployment(render(jaeger(STREAMING), Map.of(key("a-query"), selector)), "a-query");
    assertThat(query.getSpec().getSelector().getMatchLabels()).isEqualTo(selector);
    assertThat(query.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(selector);
  }

  @Test
  void servicesFindThePodsOfAWorkloadWhoseSelectorContradictsUs() {
    var selector = labels("query", Map.of("app.kubernetes.io/component", "mine"));
    var objects = render(jaeger(STREAMING), Map.of(key("a-query"), selector));
    new Soundness(objects, false).check();
    var labels =
        deployment(objects, "a-query").getSpec().getTemplate().getMetadata().getLabels();
    var services = objects.stream()
        .filter(object -> object.getMetadata().getName().startsWith("a-query"))
        .filter(Service.class::isInstance)
        .map(Service.class::cast)
        .toList();
    assertThat(services)
        .hasSize(2)
        .allSatisfy(
            service -> assertThat(labels).containsAllEntriesOf(service.getSpec().getSelector()));
  }

  @Test
  void anySelectorIsKeptAndNothingElseChanges() {
    Seeded.rounds(FULL_COUNT, LEAST, random -> {
      var text = RandomJaegers.of(random).next().toString();
      if (!(Planner.plan(jaeger(text), PLATFORM) instanceof Planned.Ready ready)
          || !Soundness.isName(ready.plan().owner().name())) {
        return;
      }
      var plain = Operands.desired(ready.plan());
      var selectors = new HashMap<Workload, SortedMap<String, String>>();
      workloads(plain)
          .filter(any -> random.chance(70))
          .forEach(object -> selectors.put(
              new Workload(object.getKind(), object.getMetadata().getName()),
              selector(random, object)));
      var kept = render(jaeger(text), selectors);
      new Soundness(kept, ready.plan().strategy() == Strategy.ALL_IN_ONE).check();
      workloads(kept).forEach(object -> {
        var observed =
            selectors.get(new Workload(object.getKind(), object.getMetadata().getName()));
        if (observed != null) {
          assertThat(matched(object)).isEqualTo(observed);
          assertThat(template(object).getMetadata().getLabels()).containsAllEntriesOf(observed);
        }
      });
      assertThat(texts(kept)).isEqualTo(texts(plain));
    });
  }

  /** Fewer labels than ours, or more. */
  private static SortedMap<String, String> selector(Seeded random, HasMetadata object) {
    var selector = new TreeMap<>(matched(object));
    if (random.chance(50)) {
      selector.keySet().removeIf(key -> !key.endsWith("/name") && random.chance(30));
    }
    if (random.chance(50)) {
      selector.put(
          random.word("team", "a.b/c", "sidecar.jaegertracing.io/injected"),
          random.word("x", "", "y"));
    }
    return selector;
  }

  private static List<HasMetadata> render(
      Jaeger jaeger, Map<Workload, SortedMap<String, String>> selectors) {
    var observed = new Observed(selectors, Observed.Kafka.NONE_OR_OURS, Map.of());
    return Planner.plan(jaeger, PLATFORM, observed)
        .fold(ready -> Operands.desired(ready.plan()), refused -> {
          throw new AssertionError(refused.reasons());
        });
  }

  private static Jaeger jaeger(String text) {
    return JaegerReader.read(Documents.read("test", text).get(0).tree());
  }

  private static Workload key(String name) {
    return new Workload("Deployment", name);
  }

  private static SortedMap<String, String> labels(String component, Map<String, String> more) {
    var labels = new TreeMap<>(Map.of(
        "app",
        "jaeger",
        "app.kubernetes.io/name",
        "a-" + component,
        "app.kubernetes.io/instance",
        "a",
        "app.kubernetes.io/component",
        component));
    labels.putAll(more);
    return labels;
  }

  private static Deployment deployment(List<HasMetadata> objects, String name) {
    return objects.stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .filter(some -> some.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<HasMetadata> workloads(List<HasMetadata> objects) {
    return objects.stream()
        .filter(object -> object instanceof Deployment || object instanceof DaemonSet);
  }

  private static Map<String, String> matched(HasMetadata object) {
    return object instanceof Deployment some
        ? some.getSpec().getSelector().getMatchLabels()
        : ((DaemonSet) object).getSpec().getSelector().getMatchLabels();
  }

  private static PodTemplateSpec template(HasMetadata object) {
    return object instanceof Deployment some
        ? some.getSpec().getTemplate()
        : ((DaemonSet) object).getSpec().getTemplate();
  }

  /** An amount that nobody can read has no value to compare. */
  private static List<String> texts(List<HasMetadata> objects) {
    return objects.stream()
        .map(ObservedSelectorsTest::withoutLabels)
        .map(YamlText::of)
        .toList();
  }

  private static HasMetadata withoutLabels(HasMetadata object) {
    if (object instanceof Deployment some) {
      return new DeploymentBuilder(some)
          .editSpec()
          .withSelector(null)
          .editTemplate()
          .editMetadata()
          .withLabels(Map.of())
          .endMetadata()
          .endTemplate()
          .endSpec()
          .build();
    }
    return object instanceof DaemonSet some
        ? new DaemonSetBuilder(some)
            .editSpec()
            .withSelector(null)
            .editTemplate()
            .editMetadata()
            .withLabels(Map.of())
            .endMetadata()
            .endTemplate()
            .endSpec()
            .build()
        : object;
  }
}
