package io.jaegertracing.operator.cli.folders;

import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfConfigMap;
import io.jaegertracing.operator.core.admission.Lookup.OfNamespace;
import io.jaegertracing.operator.core.admission.Lookup.OfOwner;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Samples;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.documents.Documents;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FolderClusterTest {
  private static final String FILES = """
      apiVersion: jaegertracing.io/v1
      kind: Jaeger
      metadata: {name: second, namespace: team}
      ---
      apiVersion: jaegertracing.io/v1
      kind: Jaeger
      metadata: {name: first, namespace: team, deletionTimestamp: "2024-01-01T00:00:00Z"}
      ---
      apiVersion: jaegertracing.io/v1
      kind: Jaeger
      metadata: {name: homeless}
      spec: text
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: team, annotations: {sidecar.jaegertracing.io/inject: "true", other: thing}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: team}
      data: {KEY: value}
      ---
      apiVersion: example.com/v1
      kind: Odd
      metadata: {name: owner, namespace: team, uid: u1, labels: {is: owner}}
      ---
      apiVersion: v1
      kind: LimitRange
      metadata: {name: small, namespace: team}
      spec: {limits: [{type: Container, max: {cpu: 1}}]}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: compute, namespace: team}
      spec: {hard: {cpu: 8}}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: more}
      spec: {hard: {cpu: 8}}
      ---
      apiVersion: example.com/v1
      kind: Wide
      metadata: {name: owner}
      """;

  private static final KubernetesVersion NEW = new KubernetesVersion(1, 29);

  @Test
  void jaegersAreInTheOrderOfTheirKeys() {
    assertThat(cluster().instances())
        .extracting(Instance::key)
        .containsExactly("default/homeless", "team/first", "team/second");
    assertThat(cluster().instances())
        .extracting(Instance::terminating)
        .containsExactly(false, true, false);
    assertThat(cluster().isComplete()).isTrue();
  }

  @Test
  void oneThatCannotBeReadSaysWhy() {
    assertThat(Samples.imageOrReasons(cluster().instances().get(0)))
        .contains("spec: \"text\" has the wrong type; write a map");
  }

  @Test
  void onlyWatchedNamespacesCount() {
    assertThat(cluster(NEW, Watched.of("team")).instances())
        .extracting(Instance::key)
        .containsExactly("team/first", "team/second");
  }

  @Test
  void namespacesAreKnownByWhatIsOfInterest() {
    assertThat(cluster().namespace("team").orElseThrow().annotations())
        .containsOnlyKeys("sidecar.jaegertracing.io/inject");
    assertThat(cluster().namespace("other")).isEmpty();
  }

  @Test
  void limitsOfANamespaceAreRead() {
    assertThat(cluster().limits("team").ranges()).containsOnlyKeys("small");
    assertThat(cluster().limits("team").quotas()).containsOnlyKeys("compute");
    assertThat(cluster().limits("default").quotas()).containsOnlyKeys("more");
    assertThat(cluster().limits("other").isEmpty()).isTrue();
  }

  @Test
  void theVersionDecidesOnNativeSidecars() {
    assertThat(cluster().supportsNativeSidecars()).isTrue();
    assertThat(cluster(new KubernetesVersion(1, 28), Watched.EVERYTHING).supportsNativeSidecars())
        .isFalse();
  }

  @Test
  void lookupsAreAnsweredFromTheFiles() {
    assertThat(answer(new OfNamespace("team"))).isInstanceOf(Answer.Found.class);
    assertThat(answer(new OfNamespace("none"))).isEqualTo(new Answer.Absent());
    assertThat(((Answer.Found) answer(new OfConfigMap("team", "settings"))).object())
        .hasToString("{\"data\":{\"KEY\":\"\"}}");
    assertThat(answer(new OfConfigMap("default", "settings"))).isEqualTo(new Answer.Absent());
    var owner = (Answer.Found) answer(new OfOwner("team", "example.com/v1", "Odd", "owner", "u1"));
    assertThat(owner.object().at("/metadata/labels/is").asText()).isEqualTo("owner");
  }

  @Test
  void anOwnerWithAnotherUidIsAbsentAndOneWithoutCounts() {
    assertThat(answer(new OfOwner("team", "example.com/v1", "Odd", "owner", "u2")))
        .isEqualTo(new Answer.Absent());
    assertThat(answer(new OfOwner("team", "example.com/v1", "Wide", "owner", "u2")))
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void ofAnObjectThatAppearsTwiceTheLastCounts() {
    var again = FILES + """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: team}
        data: {LAST: value}
        """;
    var lookup = new OfConfigMap("team", "settings");
    assertThat(of(again, NEW, Watched.EVERYTHING).answers(Set.of(lookup)).get(lookup))
        .hasToString("Found[object={\"data\":{\"LAST\":\"\"}}]");
  }

  private static Answer answer(Lookup lookup) {
    return cluster().answers(Set.of(lookup)).getOrDefault(lookup, new Answer.Unanswered(""));
  }

  private static FolderCluster cluster() {
    return cluster(NEW, Watched.EVERYTHING);
  }

  private static FolderCluster cluster(KubernetesVersion version, Watched watched) {
    return of(FILES, version, watched);
  }

  private static FolderCluster of(String files, KubernetesVersion version, Watched watched) {
    return FolderCluster.of(
        Documents.read("files", files),
        new FolderCluster.Terms(watched, version, Samples.reader()));
  }
}
