package io.jaegertracing.operator.injection;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind, asked for in every place, at every level: each Pod has exactly one sidecar, or none. */
@OnCluster
class InjectionMatrixIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String INJECT = "sidecar.jaegertracing.io/inject: \"%s\"";
  private static final String AGENT = "jaeger-agent";

  private enum Level {
    BOTH,
    WORKLOAD,
    POD
  }

  private enum Place {
    WORKLOAD,
    TEMPLATE,
    NAMESPACE
  }

  /** One workload; where the namespace asks for all, the one that is not wanted has a veto. */
  private record Case(Level level, Place place, Kind kind, boolean wanted, boolean possible) {
    String name() {
      return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + (wanted ? "-yes" : "-no");
    }

    String yaml() {
      var asked = wanted ? INJECT.formatted("true") : "";
      return switch (place) {
        case WORKLOAD -> kind.yaml(name(), asked, "");
        case TEMPLATE -> kind.yaml(name(), "", asked);
        case NAMESPACE -> kind.yaml(name(), wanted ? "" : INJECT.formatted("false"), "");
      };
    }

    boolean injectsTemplate() {
      return wanted && possible && kind.hasTemplateThatIsEdited() && level != Level.POD;
    }

    boolean injectsPod() {
      return wanted && possible && (kind.hasTemplateThatIsEdited() || level != Level.WORKLOAD);
    }
  }

  @TempDir
  private Path folder;

  private @Nullable Operator operator;
  private final Map<Place, String> namespaces = new EnumMap<>(Place.class);

  @BeforeEach
  void namespacesWithOneJaegerEach(Cluster cluster) {
    cluster.installJaegerCrd();
    StandIns.install(cluster);
    for (var place : Place.values()) {
      var namespace = cluster.newNamespace("matrix-" + place);
      namespaces.put(place, namespace);
      create(cluster, namespace, """
          {apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: tracing}}
          """);
    }
    var annotated = cluster.kubectl(
        "annotate",
        "namespace",
        namespaces.get(Place.NAMESPACE),
        "sidecar.jaegertracing.io/inject=true");
    assertThat(annotated.exit()).as(annotated.err()).isZero();
  }

  @AfterEach
  void stop() {
    if (operator != null) {
      operator.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> controllersAndOtherPodsAreInjected(Cluster cluster) {
    return everything(cluster, Level.BOTH);
  }

  @TestFactory
  Stream<DynamicTest> onlyControllersAreInjected(Cluster cluster) {
    return everything(cluster, Level.WORKLOAD);
  }

  @TestFactory
  Stream<DynamicTest> onlyPodsAreInjected(Cluster cluster) {
    return everything(cluster, Level.POD);
  }

  private Stream<DynamicTest> everything(Cluster cluster, Level level) {
    operator = Operator.start(
        cluster,
        folder,
        List.copyOf(namespaces.values()),
        "--injection-level=" + level.name().toLowerCase(Locale.ROOT));
    var cases = cases(level, cluster.supportsNativeSidecars()).toList();
    namespaces.forEach((place, namespace) -> {
      create(
          cluster,
          namespace,
          cases.stream()
              .filter(one -> one.place() == place)
              .map(Case::yaml)
              .collect(Collectors.joining()));
      StandIns.control(cluster, namespace);
    });
    cases.stream()
        .filter(one -> one.kind() == Kind.CRON_JOB)
        .forEach(one -> runNow(cluster, namespaces.get(one.place()), one.name()));
    return Stream.concat(
        cases.stream()
            .map(one -> DynamicTest.dynamicTest(
                one.name() + " asked for on the " + one.place(), () -> check(cluster, one))),
        Stream.of(
            DynamicTest.dynamicTest("nothing but Events was written", () -> checkWrites(cluster))));
  }

  private void checkWrites(Cluster cluster) {
    assertThat(cluster.audit().requestsBy(cluster.productAccount()))
        .filteredOn(request -> namespaces.containsValue(request.namespace()))
        .filteredOn(request -> !List.of("get", "list", "watch").contains(request.verb()))
        // What the Jaeger itself becomes is called like it.
        .filteredOn(request -> !request.name().startsWith("tracing"))
        .isNotEmpty()
        .extracting(Audit.Request::resource)
        .containsOnly("events");
  }

  /** A Pod is its own template. One that finishes has a native sidecar or none. */
  private static Stream<Case> cases(Level level, boolean natives) {
    return Stream.of(Place.values())
        .flatMap(place -> Stream.of(Kind.values())
            .filter(kind -> kind != Kind.POD || place != Place.TEMPLATE)
            .flatMap(kind -> Stream.of(true, false)
                .map(wanted -> new Case(level, place, kind, wanted, natives || !kind.finishes()))));
  }

  private void check(Cluster cluster, Case one) {
    var namespace = String.valueOf(namespaces.get(one.place()));
    if (one.kind() != Kind.POD) {
      var controller = controller(cluster, namespace, one);
      assertThat(String.valueOf(controller.<Object>get("spec")).contains(AGENT))
          .as("the template has a sidecar")
          .isEqualTo(one.injectsTemplate());
      assertThat(controller.getMetadata().getGeneration())
          .as("how often it was changed since")
          .isEqualTo(1);
    }
    Eventually.holds(
        one.name() + " runs in " + namespace,
        LONG,
        () ->
            pods(cluster, namespace, one).filter(InjectionMatrixIT::hasStarted).count()
                == one.kind().pods());
    assertThat(pods(cluster, namespace, one)).hasSize(one.kind().pods()).allSatisfy(pod -> {
      var plain = agents(pod.getSpec().getContainers());
      var natives = agents(pod.getSpec().getInitContainers());
      var finishes = one.kind().finishes();
      assertThat(plain).hasSize(one.injectsPod() && !finishes ? 1 : 0);
      assertThat(natives).hasSize(one.injectsPod() && finishes ? 1 : 0);
      assertThat(natives).allMatch(agent -> "Always".equals(agent.getRestartPolicy()));
    });
  }

  private static Stream<Pod> pods(Cluster cluster, String namespace, Case one) {
    return cluster
        .admin()
        .pods()
        .inNamespace(namespace)
        .withLabel("case", one.name())
        .list()
        .getItems()
        .stream();
  }

  private static boolean hasStarted(Pod pod) {
    return List.of("Running", "Succeeded").contains(pod.getStatus().getPhase());
  }

  private static List<Container> agents(List<Container> containers) {
    return containers.stream()
        .filter(container -> container.getName().equals(AGENT))
        .toList();
  }

  private static GenericKubernetesResource controller(Cluster cluster, String namespace, Case one) {
    return cluster
        .admin()
        .genericKubernetesResources(one.kind().apiVersion(), one.kind().kind())
        .inNamespace(namespace)
        .withName(one.name())
        .require();
  }

  private static void runNow(Cluster cluster, @Nullable String namespace, String name) {
    var run = cluster.kubectl("create", "job", name, "--from=cronjob/" + name, "-n", namespace);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private static void create(Cluster cluster, String namespace, String yaml) {
    var created = cluster.kubectlWithInput(yaml, "create", "-n", namespace, "-f", "-");
    assertThat(created.exit()).as(created.err()).isZero();
  }
}
