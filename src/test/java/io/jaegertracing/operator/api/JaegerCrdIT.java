package io.jaegertracing.operator.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@OnCluster
class JaegerCrdIT {
  /** Inputs whose first document is no Jaeger: none at all, a ServiceAccount, a List. */
  private static final Set<String> NO_JAEGER =
      Set.of("input-empty-file", "input-leading-foreign-document", "input-list-kind");

  /** Inputs that generate alone took: the schema of the Go operator refuses them, too. */
  private static final Map<String, String> REFUSED = Map.of(
      "input-scalars-coerced-in-storage-fields", "spec.storage.secretName",
      "es-self-unknown-redundancy", "spec.storage.elasticsearch.redundancyPolicy",
      "ui-options-list-instead-of-object", "spec.ui.options");

  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeAll
  static void install(Cluster cluster) {
    cluster.installJaegerCrd();
  }

  @Test
  void plainKubectlApplyTakesTheCrd(Cluster cluster) {
    var applied = cluster.kubectl("apply", "-f", JaegerCrd.FILE.file().toString());
    assertThat(applied.exit()).as(applied.err()).isZero();
    var crd = cluster
        .admin()
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("jaegers.jaegertracing.io")
        .get();
    assertThat(crd.getMetadata().getAnnotations())
        .containsKey("kubectl.kubernetes.io/last-applied-configuration");
    assertThat(crd.getStatus().getConditions())
        .noneMatch(it -> it.getType().equals("NonStructuralSchema"))
        .anyMatch(it -> it.getType().equals("Established") && it.getStatus().equals("True"));
  }

  @Test
  void takesEveryJaegerThatTheGoOperatorTook(Cluster cluster) throws Exception {
    var vectors = GenerateVectors.beside();
    assumeTrue(
        vectors.exist(),
        "no recorded Jaegers in " + vectors.folder() + ": nothing to compare with");
    var refused = new TreeMap<String, String>();
    for (var vector : vectors.cases()) {
      if (vector.wasDecoded() && !NO_JAEGER.contains(vector.name())) {
        dryRun(cluster, vector.manifest(cluster.namespace()))
            .ifPresent(message -> refused.put(vector.name(), message));
      }
    }
    assertThat(refused).containsOnlyKeys(REFUSED.keySet());
    REFUSED.forEach((name, field) -> assertThat(refused.get(name)).contains(field));
  }

  @Test
  void anUpdateKeepsWhatTheTypesDoNotKnow(Cluster cluster) throws IOException {
    var manifest = """
        {"apiVersion": "jaegertracing.io/v1", "kind": "Jaeger", "metadata": {"name": "kept", "namespace": "%s"},
         "spec": {"strategy": "production",
           "affinity": {"futureAffinity": {"weight": 5000000000}},
           "query": {"replicas": 1, "options": {"query": {"a": 1e21, "b": 5000000000, "c": [true, null]}}},
           "storage": {"options": {"es": {"max": 9007199254740993, "ratio": 0.0000001}}},
           "ui": {"options": {"menu": [{"label": "About"}]}}}}
        """.formatted(cluster.namespace());
    assertThat(cluster.kubectlWithInput(manifest, "create", "-f", "-").exit()).isZero();
    var before = JSON.readTree(raw(cluster, "kept"));

    var jaeger = cluster
        .admin()
        .resources(Jaeger.class)
        .inNamespace(cluster.namespace())
        .withName("kept")
        .get();
    assertThat(jaeger.getSpec().query.options.tree().at("/query/a").asText()).isEqualTo("1e+21");
    jaeger.getSpec().query.replicas = 3;
    cluster.admin().resource(jaeger).update();

    assertThat(raw(cluster, "kept"))
        .contains(
            "1e+21", "5000000000", "9007199254740993", "1e-7", "futureAffinity", "\"replicas\": 3");
    var after = JSON.readTree(raw(cluster, "kept").replace("\"replicas\": 3", "\"replicas\": 1"));
    assertThat(after.at("/spec")).isEqualTo(before.at("/spec"));
  }

  @Test
  void aJaegerMadeInJavaIsStoredAndItsStatusApart(Cluster cluster) {
    var jaeger = jaeger("made", cluster.namespace());
    jaeger.getSpec().strategy = "production";
    var created = cluster.admin().resource(jaeger).create();
    assertThat(created.getStatus()).isNull();
    created.setStatus(status());
    cluster.admin().resource(created).updateStatus();
    var read = cluster.admin().resource(jaeger).get();
    assertThat(read.getSpec().strategy).isEqualTo("production");
    assertThat(read.getStatus().components.get(0).readyReplicas).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{strategy: prod}                          | spec.strategy: Invalid value: \"prod\" is no strategy; use allinone, production or streaming",
        "{strategy: all-in-one-ish}                | \"all-in-one-ish\" is no strategy",
        "{ingress: {openshift: {timeout: soon}}}   | spec.ingress.openshift.timeout: Invalid value: \"soon\" is no duration; write numbers with units h, m, s, ms, us or ns",
        "{ingress: {openshift: {timeout: ''}}}     | \"\" is no duration",
        "{ingress: {openshift: {timeout: 1d}}}     | \"1d\" is no duration",
        "{query: {replicas: 5000000000}}           | spec.query.replicas",
        "{query: {podDisruptionBudget: {}}}        | give either minAvailable or maxUnavailable",
        "{ingester: {podDisruptionBudget: {minAvailable: 1, maxUnavailable: 50%}}} | give either minAvailable or maxUnavailable",
        "{collector: {podDisruptionBudget: {minAvailable: 1.5}}} | spec.collector.podDisruptionBudget.minAvailable",
        "{storage: {elasticsearch: {storage: {size: 2Gii}}}} | spec.storage.elasticsearch.storage.size",
      })
  void aRefusalNamesFieldValueAndWhatWouldDo(String spec, String message, Cluster cluster) {
    var refused =
        cluster.kubectlWithInput(withSpec(spec, cluster), "create", "--dry-run=server", "-f", "-");
    assertThat(refused.exit()).isNotZero();
    // Older API servers name the type there.
    assertThat(refused.err().replaceAll("(Invalid value): \"[^\"]*\"", "$1")).contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{strategy: ''}",
        "{strategy: allInOne}",
        "{strategy: ALL-IN-ONE}",
        "{strategy: Streaming}",
        "{ingress: {openshift: {timeout: 1h30m0.5s}}}",
        "{ingress: {openshift: {timeout: '-1.5h'}}}",
        "{ingress: {openshift: {timeout: '0'}}}",
        "{ingress: {openshift: {timeout: 3µs}}}",
        "{storage: {type: whatever, esRollover: {readTTL: soon}}}",
        "{query: {replicas: -1}}",
        "{query: {podDisruptionBudget: {minAvailable: 50%}}, podTemplate: {spec: {affinity: null}}}",
        "{agent: null, annotations: null, resources: null, allInOne: null, labels: {a: null}}",
      })
  void whatTheGoOperatorMayHaveStoredIsTaken(String spec, Cluster cluster) {
    var taken =
        cluster.kubectlWithInput(withSpec(spec, cluster), "create", "--dry-run=server", "-f", "-");
    assertThat(taken.exit()).as(taken.err()).isZero();
  }

  @Test
  void explainTellsWhatAFieldIsFor(Cluster cluster) {
    assertThat(cluster.kubectl("explain", "jaeger.spec.storage").out())
        .contains("Where spans are kept", "esIndexCleaner", "memory, badger, cassandra");
  }

  @Test
  void kubectlPrintsFiveColumns(Cluster cluster) {
    var namespace = cluster.newNamespace("columns");
    var jaeger = jaeger("simplest", namespace);
    jaeger.getSpec().strategy = "allinone";
    var created = cluster.admin().resource(jaeger).create();
    created.setStatus(status());
    cluster.admin().resource(created).updateStatus();
    var lines = cluster
        .kubectl("get", "jaegers", "--namespace", namespace)
        .out()
        .lines()
        .toList();
    assertThat(lines.get(0).split(" +"))
        .containsExactly("NAME", "STATUS", "VERSION", "STRATEGY", "STORAGE", "AGE");
    assertThat(lines.get(1)).startsWith("simplest").contains("Running", "1.76.0", "allinone");
  }

  private static Jaeger jaeger(String name, String namespace) {
    var jaeger = new Jaeger();
    jaeger.setMetadata(
        new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    return jaeger;
  }

  private static JaegerStatus status() {
    var component = new ComponentStatus();
    component.name = "collector";
    component.readyReplicas = 2;
    var status = new JaegerStatus();
    status.version = "1.76.0";
    status.phase = "Running";
    status.components = List.of(component);
    return status;
  }

  private static String withSpec(String spec, Cluster cluster) {
    return "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: tried, namespace: %s}, spec: %s}"
        .formatted(cluster.namespace(), spec);
  }

  private static String raw(Cluster cluster, String name) {
    return cluster
        .kubectl("get", "jaeger", name, "--namespace", cluster.namespace(), "-o", "json")
        .out();
  }

  /** Why the API server would not store it, if so. */
  private static Optional<String> dryRun(Cluster cluster, String manifest) throws Exception {
    var http = cluster.admin().getHttpClient();
    var request = http.newHttpRequestBuilder()
        .uri(URI.create(cluster.admin().getMasterUrl() + "apis/jaegertracing.io/v1/namespaces/"
            + cluster.namespace() + "/jaegers?dryRun=All"))
        .post("application/yaml", manifest)
        .build();
    var answer = http.sendAsync(request, String.class).get(1, TimeUnit.MINUTES);
    return answer.isSuccessful() ? Optional.empty() : Optional.of(answer.body());
  }
}
