package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperationFieldsTest {
  @Test
  void everyImageThatIsNotNamedComesFromTheRegistry() {
    var rendered = Rendered.onOpenShift("""
        {strategy: streaming, imageRegistry: mirror.example:5000/jaeger, query: {image: quay.io/own/query:1},
          agent: {strategy: DaemonSet},
          storage: {type: elasticsearch, dependencies: {enabled: true},
            options: {es: {server-urls: u, use-aliases: true}}}}
        """);
    assertThat(rendered.pods().flatMap(pods -> pods.getSpec().getContainers().stream()))
        .extracting(Container::getImage)
        .hasSizeGreaterThan(8)
        .contains("quay.io/own/query:1", "mirror.example:5000/jaeger/example/COLLECTOR:1.76.0")
        .allMatch(image -> image.startsWith("mirror.example:5000/jaeger/example/")
            || image.equals("quay.io/own/query:1"));
  }

  @Test
  void annotationsReachServicesAndAccounts() {
    var rendered = Rendered.onOpenShift("""
        {strategy: production, storage: {type: cassandra}, serviceAccountAnnotations: {role: r},
          collector: {annotations: {a: pod, b: pod}, serviceAnnotations: {a: service}},
          query: {serviceAnnotations: {c: d}}}
        """);
    assertThat(rendered.one("Service", "simple-collector").getMetadata().getAnnotations())
        .isEqualTo(Map.of("a", "service", "b", "pod"));
    assertThat(rendered.pods("simple-collector").getMetadata().getAnnotations())
        .containsEntry("a", "pod");
    assertThat(
            rendered.one("Service", "simple-collector-headless").getMetadata().getAnnotations())
        .doesNotContainKey("a");
    assertThat(rendered.one("Service", "simple-query").getMetadata().getAnnotations())
        .containsKeys("c", "service.alpha.openshift.io/serving-cert-secret-name");
    assertThat(rendered.one("ServiceAccount", "simple").getMetadata().getAnnotations())
        .isEqualTo(Map.of("role", "r"));
    assertThat(rendered.one("ServiceAccount", "simple-ui-proxy").getMetadata().getAnnotations())
        .containsKeys("role", "serviceaccounts.openshift.io/oauth-redirectreference.primary");
  }

  @Test
  void budgetsGuardWhatRuns() {
    var spec = """
        storage: {type: cassandra}, labels: {team: blue}, collector: {podDisruptionBudget: {minAvailable: 50%}},
          query: {podDisruptionBudget: {maxUnavailable: 1}}, ingester: {podDisruptionBudget: {minAvailable: 2}}}
        """;
    assertThat(Rendered.of("{" + spec).names("PodDisruptionBudget")).isEmpty();
    assertThat(Rendered.of("{strategy: production, " + spec).names("PodDisruptionBudget"))
        .containsExactly("simple-collector", "simple-query");
    var rendered = Rendered.of("{strategy: streaming, " + spec);
    var collector = (PodDisruptionBudget) rendered.one("PodDisruptionBudget", "simple-collector");
    assertThat(collector.getApiVersion()).isEqualTo("policy/v1");
    assertThat(collector.getMetadata().getLabels()).containsEntry("team", "blue");
    assertThat(collector.getSpec().getMinAvailable()).isEqualTo(new IntOrString("50%"));
    assertThat(collector.getSpec().getMaxUnavailable()).isNull();
    assertThat(rendered.pods("simple-collector").getMetadata().getLabels())
        .containsAllEntriesOf(collector.getSpec().getSelector().getMatchLabels());
    assertThat(rendered.names("PodDisruptionBudget")).contains("simple-ingester");
  }

  @Test
  void metricsOfEveryProgramAreFound() {
    var rendered = Rendered.of("""
        {strategy: streaming, storage: {type: cassandra}, agent: {strategy: DaemonSet},
          ingester: {options: {admin: {http: {host-port: ':1234'}}}},
          serviceMonitor: {enabled: true, interval: 30s, labels: {release: prometheus, app: mine}}}
        """);
    assertThat(rendered.names("ServiceMonitor"))
        .containsExactly(
            "simple-collector-metrics",
            "simple-query-metrics",
            "simple-ingester-metrics",
            "simple-agent-metrics")
        .allSatisfy(name -> assertFinds(rendered, name));
    assertThat(
            rendered.one("ServiceMonitor", "simple-query-metrics").getMetadata().getLabels())
        .containsEntry("release", "prometheus")
        .containsEntry("app", "jaeger");
    var ingester = (Service) rendered.one("Service", "simple-ingester-metrics");
    assertThat(ingester.getSpec().getPorts().get(0).getPort()).isEqualTo(1234);
    assertThat(Rendered.of("{serviceMonitor: {enabled: true}}").names("ServiceMonitor"))
        .containsExactly("simple-all-in-one-metrics");
  }

  /** A monitor finds one Service, which finds Pods of one program with that port. */
  private static void assertFinds(Rendered rendered, String name) {
    var monitor = (GenericKubernetesResource) rendered.one("ServiceMonitor", name);
    assertThat(monitor.getApiVersion()).isEqualTo("monitoring.coreos.com/v1");
    assertThat(monitor.<List<Object>>get("spec", "endpoints"))
        .isEqualTo(List.of(Map.of("port", "admin-http", "interval", "30s")));
    var labels = monitor.<Map<String, String>>get("spec", "selector", "matchLabels");
    var services = rendered.objects().stream()
        .filter(object -> object instanceof Service)
        .map(Service.class::cast)
        .filter(
            service -> service.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
        .toList();
    assertThat(services)
        .extracting(service -> service.getMetadata().getName())
        .containsExactly(name);
    var selected = services.get(0).getSpec().getSelector();
    assertThat(rendered
            .pods()
            .filter(
                pods -> pods.getMetadata().getLabels().entrySet().containsAll(selected.entrySet())))
        .singleElement()
        .satisfies(pods -> assertThat(pods.getSpec().getContainers().get(0).getPorts())
            .anySatisfy(port -> assertThat(port.getContainerPort())
                .isEqualTo(services.get(0).getSpec().getPorts().get(0).getPort())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{imageRegistry: 'https://r.example'} | spec.imageRegistry: \"https://r.example\" is not valid; write a host, a port and a path as they stand before an image, such as registry.example.com/mirror",
        "{imageRegistry: r.example/} | spec.imageRegistry: \"r.example/\" is not valid; write a host, a port and a path as they stand before an image, such as registry.example.com/mirror",
        "{serviceMonitor: {interval: soon}} | spec.serviceMonitor.interval: \"soon\" is not valid; write a duration such as 30s or 1m30s",
        "{query: {podDisruptionBudget: {}}} | spec.query.podDisruptionBudget: without a number is not valid; give either minAvailable or maxUnavailable",
        "{query: {podDisruptionBudget: {minAvailable: 1, maxUnavailable: 1}}} | spec.query.podDisruptionBudget: with two numbers is not valid; give either minAvailable or maxUnavailable",
        "{collector: {podDisruptionBudget: {minAvailable: half}}} | spec.collector.podDisruptionBudget.minAvailable: half is not valid; write a number of Pods such as 1, or a percentage such as 50%, at most 100%",
        "{query: {podDisruptionBudget: {minAvailable: 150%}}} | spec.query.podDisruptionBudget.minAvailable: 150% is not valid; write a number of Pods such as 1, or a percentage such as 50%, at most 100%",
        "{ingester: {podDisruptionBudget: {maxUnavailable: -1}}} | spec.ingester.podDisruptionBudget.maxUnavailable: -1 is not valid; write a number of Pods such as 1, or a percentage such as 50%, at most 100%",
      })
  void whatCannotBeMeantIsRefused(String spec, String reason) {
    assertThat(Rendered.of(spec).reasons()).containsExactly(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:5000", "mirror", "r.example/a/b-c_d.e", "10.0.0.1:80/x"})
  void aRegistryMayHavePortAndPath(String registry) {
    assertThat(Rendered.of("{imageRegistry: '" + registry + "'}")
            .container("simple")
            .getImage())
        .isEqualTo(registry + "/example/ALL_IN_ONE:1.76.0");
  }
}
