package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.core.scope.WatchedText;
import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Namespaces come and go by their labels while the operator runs. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamespacesByLabelIT {
  private static final Set<String> READING = Set.of("get", "list", "watch");

  private Cluster cluster;
  private Site always;
  private Site sometimes;
  private Operator operator;

  @BeforeAll
  void start(Cluster here, @TempDir Path folder) {
    cluster = here;
    cluster.installJaegerCrd();
    always = Site.create(cluster, "always");
    sometimes = Site.create(cluster, "sometimes");
    var label = "team=" + always.namespace();
    always.with("label", label).withJaeger("settled", "{}");
    sometimes.withJaeger("roaming", "{}");
    operator = Operator.startForLabels(
        cluster,
        folder,
        label + ",!retired",
        List.of(always.namespace(), sometimes.namespace()),
        "--platform=kubernetes");
  }

  @AfterAll
  void stop() {
    operator.close();
  }

  @Test
  void aNamespaceIsLookedAfterWhileItHasTheLabels() {
    always.eventually("its Jaeger is ready", site -> site.isReady("settled"));
    sometimes.apply(Kind.DEPLOYMENT.yaml("app", Site.inject("roaming"), ""));
    assertIgnored("app");
    assertThat(writes()).isEmpty();

    sometimes.with("label", "team=" + always.namespace());

    sometimes.eventually("its Jaeger is ready", site -> site.isReady("roaming"));
    sometimes.eventually("its workload is injected", site -> site.agents("deployment", "app") == 1);

    sometimes.with("label", "retired=yes");

    sometimes.eventually("its Jaeger is not counted", site -> !isCounted("roaming"));
    sometimes.eventually("nothing is injected", this::ignoresNewWorkloads);
    assertLeftAlone();

    sometimes.with("label", "retired-");

    sometimes.eventually("it is repaired", site -> site.hasDeployment("roaming"));
    sometimes.eventually("nothing was lost", site -> site.isReady("roaming"));
  }

  @Test
  void aJaegerOfANamespaceWithoutTheLabelsIsOutOfReach() {
    var elsewhere = Site.create(cluster, "elsewhere").withJaeger("far", "{}");

    always.apply(Kind.DEPLOYMENT.yaml("reaching", Site.inject("far"), ""));

    always.eventually("it is said", site -> site.reasons("reaching").contains("no-instance"));
    assertThat(always.agents("deployment", "reaching")).isZero();
    assertThat(elsewhere
            .get("jaegers.jaegertracing.io", "far")
            .at("/metadata/labels")
            .isEmpty())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mark=a",
        "mark!=a",
        "mark in (a,b)",
        "mark notin (a,b)",
        "!mark",
        "mark=",
        "mark!=",
        "mark notin (a),!other",
        "mark in (a,),other!=x",
        "example.com/mark",
        "mark==b"
      })
  void labelsMeanTheSameHereAndToTheApiServer(String text) {
    var selector = WatchedText.read(text).watched().labels().orElseThrow();
    var marked = Map.of(
        "none", Map.<String, String>of(),
        "a", Map.of("mark", "a"),
        "b", Map.of("mark", "b", "example.com/mark", ""),
        "empty", Map.of("mark", ""),
        "both", Map.of("mark", "a", "other", "x"));
    marked.forEach((name, labels) -> always.apply(configMap(name, labels)));

    assertThat(found(text)).isEqualTo(found(selector.text()));
    assertThat(found(text))
        .containsExactlyInAnyOrderElementsOf(marked.entrySet().stream()
            .filter(one -> selector.match(one.getValue()))
            .map(Map.Entry::getKey)
            .toList());
  }

  private List<String> found(String labels) {
    var items = always.get("configmaps", "--selector=" + labels).path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.at("/metadata/name").asText())
        .filter(name -> !name.equals("kube-root-ca.crt") && !name.startsWith("settled-"))
        .toList();
  }

  private static String configMap(String name, Map<String, String> labels) {
    var yaml = labels.entrySet().stream()
        .map(label -> label.getKey() + ": \"" + label.getValue() + "\"")
        .collect(Collectors.joining(", "));
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + ", labels: {" + yaml
        + "}}}";
  }

  /** What is there stays as it is, whatever becomes of it. */
  private void assertLeftAlone() {
    assertThat(sometimes.agents("deployment", "app")).isOne();
    var before = writes().size();
    sometimes.run("delete", "deployment", "roaming");
    sometimes.withJaeger("roaming", "{allInOne: {labels: {a: b}}}");
    // What comes later, by the same way, is done.
    always.run("delete", "deployment", "settled");
    always.eventually("the other one is repaired", site -> site.hasDeployment("settled"));
    assertThat(sometimes.hasDeployment("roaming")).isFalse();
    assertThat(sometimes.get("services").path("items")).isNotEmpty();
    assertThat(writes()).hasSize(before);
  }

  private boolean ignoresNewWorkloads(Site site) {
    site.kubectl("delete", "deployment", "late", "--ignore-not-found");
    site.apply(Kind.DEPLOYMENT.yaml("late", Site.inject("roaming"), ""));
    return site.agents("deployment", "late") == 0;
  }

  private void assertIgnored(String name) {
    sometimes.eventually("it is said", site -> site.reasons(name).contains("not-watched"));
    assertThat(sometimes.agents("deployment", name)).isZero();
  }

  /** What the operator wrote there. */
  private List<String> writes() {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(request -> request.namespace().equals(sometimes.namespace())
            && !READING.contains(request.verb())
            && !request.resource().equals("events"))
        .map(request -> request.verb() + " " + request.resource() + " " + request.name())
        .toList();
  }

  private boolean isCounted(String jaeger) {
    var address = operator.program().logged("metrics address=(\\S+)");
    try {
      return Loopback.get(Loopback.client().build(), "http://" + address + "/metrics")
          .body()
          .contains("name=\"" + jaeger + "\"");
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
