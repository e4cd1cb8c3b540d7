package io.jaegertracing.operator.kube.cache;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Samples;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.Caches.Scope;
import io.jaegertracing.operator.kube.cache.Caches.Sight;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class CachesIT {
  private static final KubernetesVersion NEW = new KubernetesVersion(1, 35);
  private static final KubernetesVersion OLD = new KubernetesVersion(1, 28);
  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: jaegers.GROUP}
      spec:
        group: GROUP
        scope: Namespaced
        names: {kind: Jaeger, plural: jaegers, singular: jaeger}
        versions:
        - name: v1
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      """;

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void jaegersAreSeenAsTheyComeChangeAndGo(Cluster cluster) {
    cluster.installJaegerCrd();
    var namespace = cluster.newNamespace("seen");
    apply(cluster, "jaegertracing.io", namespace, "second", "{}");
    try (var caches = started(cluster.product(), List.of())) {
      assertThat(keys(caches, namespace)).containsExactly(namespace + "/second");
      apply(cluster, "jaegertracing.io", namespace, "first", "{agent: {image: 'example/a:1'}}");
      eventually(
          "it comes",
          () ->
              keys(caches, namespace).equals(List.of(namespace + "/first", namespace + "/second")));
      apply(cluster, "jaegertracing.io", namespace, "first", "{agent: {image: 'example/a:2'}}");
      eventually("it changes", () -> image(caches, namespace + "/first").equals("example/a:2"));
      cluster.kubectl("delete", "jaeger", "first", "-n", namespace);
      eventually("it goes", () -> keys(caches, namespace).equals(List.of(namespace + "/second")));
      assertThat(told)
          .filteredOn(line -> line.startsWith(namespace + "/first"))
          .containsExactly(
              namespace + "/first: null -> example/a:1",
              namespace + "/first: example/a:1 -> example/a:2",
              namespace + "/first: example/a:2 -> null");
      assertThat(refused(cluster)).isEmpty();
    }
  }

  @Test
  void ofANamespaceOnlyWhatIsOfInterestIsKeptAndTold(Cluster cluster) {
    cluster.installJaegerCrd();
    try (var caches = started(cluster.product(), List.of())) {
      var namespace = cluster.newNamespace("noted");
      eventually("it comes", () -> caches.snapshot().namespace(namespace).isPresent());
      cluster.kubectl("annotate", "namespace", namespace, "example.com/any=thing");
      cluster.kubectl(
          "label", "namespace", namespace, "pod-security.kubernetes.io/enforce=baseline");
      cluster.kubectl("annotate", "namespace", namespace, "sidecar.jaegertracing.io/inject=true");
      eventually(
          "it changes",
          () ->
              meta(caches, namespace).annotations().containsKey("sidecar.jaegertracing.io/inject"));
      assertThat(meta(caches, namespace).annotations()).hasSize(1);
      assertThat(meta(caches, namespace).labels())
          .containsOnlyKeys("pod-security.kubernetes.io/enforce");
      assertThat(told).filteredOn(line -> line.equals(namespace)).hasSize(3);
      assertThat(caches.age("namespaces").orElseThrow()).isLessThan(Duration.ofMinutes(5));
    }
  }

  @Test
  void aDefinitionThatComesLateIsNoticedAndABrokenJaegerBreaksNoOther(Cluster cluster) {
    var group = cluster.namespace() + ".example.com";
    try (var caches = started(
        cluster.admin(),
        new Sources.Kind(group, "v1", "jaegers"),
        new Scope(Watched.EVERYTHING, NEW, Sight.EVERYTHING))) {
      assertThat(caches.snapshot().instances()).isEmpty();
      assertThat(cluster
              .kubectlWithInput(DEFINITION.replace("GROUP", group), "apply", "-f", "-")
              .exit())
          .isZero();
      eventually(
          "the kind is served",
          () -> cluster
                  .kubectlWithInput(
                      jaeger(group, cluster.namespace(), "broken", "text"), "apply", "-f", "-")
                  .exit()
              == 0);
      apply(cluster, group, cluster.namespace(), "good", "{agent: {image: 'example/a:1'}}");
      eventually("both are seen", () -> caches.snapshot().instances().size() == 2);
      assertThat(image(caches, cluster.namespace() + "/broken"))
          .contains("spec: \"text\" has the wrong type; write a map");
      assertThat(image(caches, cluster.namespace() + "/good")).isEqualTo("example/a:1");
    } finally {
      cluster.kubectl("delete", "crd", "jaegers." + group, "--wait=false");
    }
  }

  @Test
  void ofTheWatchedNamespacesAloneAnythingIsKnown(Cluster cluster) {
    cluster.installJaegerCrd();
    var one = cluster.newNamespace("watched");
    var two = cluster.newNamespace("watched");
    var other = cluster.newNamespace("other");
    for (var namespace : List.of(one, two, other)) {
      apply(cluster, "jaegertracing.io", namespace, "it", "{}");
    }
    try (var caches = started(cluster.product(), List.of(one, two))) {
      assertThat(caches.snapshot().instances())
          .extracting(Instance::namespace)
          .containsExactlyInAnyOrder(one, two);
      assertThat(caches.snapshot().namespace(one)).isPresent();
      assertThat(caches.snapshot().namespace(two)).isPresent();
      assertThat(caches.snapshot().namespace(other)).isEmpty();
    }
  }

  @Test
  void ofQuotasAndLimitRangesOnlyTheDemandsAreKeptAndTold(Cluster cluster) {
    cluster.installJaegerCrd();
    var namespace = cluster.newNamespace("limited");
    try (var caches = started(cluster.product(), List.of(namespace))) {
      assertThat(caches.snapshot().limits(namespace).isEmpty()).isTrue();
      cluster.kubectl("create", "quota", "many", "--hard=pods=5,cpu=4", "-n", namespace);
      eventually("it comes", () -> caches.snapshot().limits(namespace).quotas().size() == 1);
      eventually(
          "it is counted", () -> quota(cluster, namespace, "{.status.hard}").contains("pods"));
      cluster.kubectl("create", "quota", "later", "--hard=pods=9", "-n", namespace);
      eventually(
          "so is another", () -> caches.snapshot().limits(namespace).quotas().size() == 2);
      cluster.kubectlWithInput(
          "{apiVersion: v1, kind: LimitRange, metadata: {name: small}, spec: {limits: [{type: Pod, max: {cpu: 1}}]}}",
          "create",
          "-n",
          namespace,
          "-f",
          "-");
      eventually(
          "a range comes", () -> caches.snapshot().limits(namespace).ranges().size() == 1);
      cluster.kubectl("delete", "quota,limitrange", "--all", "-n", namespace);
      eventually("all go", () -> caches.snapshot().limits(namespace).isEmpty());
      assertThat(told).filteredOn(line -> line.equals(namespace + ": limits")).hasSize(6);
      assertThat(caches.age("resourcequotas").orElseThrow()).isLessThan(Duration.ofMinutes(5));
      assertThat(caches.age("limitranges").orElseThrow()).isLessThan(Duration.ofMinutes(5));
    }
  }

  private static String quota(Cluster cluster, String namespace, String field) {
    return cluster
        .kubectl("get", "quota", "many", "-n", namespace, "-o", "jsonpath=" + field)
        .out();
  }

  @Test
  void oneOldNodeForbidsNativeSidecars(Cluster cluster) {
    cluster.installJaegerCrd();
    var node = new NodeBuilder()
        .withNewMetadata()
        .withName(cluster.newNamespace("old"))
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(true)
        .endSpec()
        .withNewStatus()
        .withNewNodeInfo()
        .withKubeletVersion("v1.28.9")
        .endNodeInfo()
        .endStatus()
        .build();
    try (var caches = started(cluster.product(), List.of())) {
      assertThat(caches.snapshot().supportsNativeSidecars()).isTrue();
      cluster.admin().resource(node).create();
      eventually("it is noticed", () -> !caches.snapshot().supportsNativeSidecars());
    } finally {
      cluster.admin().resource(node).delete();
    }
  }

  @Test
  void anOldServerForbidsNativeSidecars(Cluster cluster) {
    cluster.installJaegerCrd();
    try (var caches = started(
        cluster.product(),
        Sources.Kind.JAEGER,
        new Scope(Watched.EVERYTHING, OLD, Sight.EVERYTHING))) {
      assertThat(caches.snapshot().supportsNativeSidecars()).isFalse();
    }
  }

  @Test
  void withoutTheRightToListThemNodesNamespacesAndLimitsAreUnknownAndAllElseWorks(Cluster cluster) {
    cluster.installJaegerCrd();
    var namespace = cluster.newNamespace("narrow");
    apply(cluster, "jaegertracing.io", namespace, "it", "{}");
    cluster.kubectl("create", "quota", "many", "--hard=cpu=4", "-n", namespace);
    try (var narrow = narrow(cluster, namespace);
        var caches = started(narrow, List.of(namespace))) {
      assertThat(keys(caches, namespace)).containsExactly(namespace + "/it");
      assertThat(caches.snapshot().namespace(namespace)).isEmpty();
      assertThat(caches.snapshot().limits(namespace).isEmpty()).isTrue();
      assertThat(caches.snapshot().supportsNativeSidecars()).isTrue();
    }
  }

  @Test
  void whatIsOutOfSightIsNotAskedForAndHasNoAge(Cluster cluster) {
    cluster.installJaegerCrd();
    var namespace = cluster.newNamespace("sight");
    var user = "it-" + namespace;
    cluster.kubectl(
        "create", "rolebinding", "it", "--clusterrole=admin", "--user=" + user, "-n", namespace);
    var scope = new Scope(Watched.of(namespace), NEW, new Sight(false, false, false));
    try (var client = cluster.as(user);
        var caches = caches(client, Sources.Kind.JAEGER, scope)) {
      caches.start();
      eventually("it knows why not", () -> caches.objection().orElse("").contains("forbidden"));
      assertThat(caches.age("namespaces")).isEmpty();
      assertThat(caches.age("nodes")).isEmpty();
      assertThat(caches.age("jaegers")).isPresent();
      assertThat(cluster.audit().requestsBy(user))
          .isNotEmpty()
          .allMatch(request -> request.namespace().equals(namespace));
    }
  }

  @Test
  void withoutTheRightToListJaegersItIsNeverCompleteAndSaysWhy(Cluster cluster) {
    cluster.installJaegerCrd();
    try (var narrow = narrow(cluster, cluster.namespace());
        var caches = caches(
            narrow, Sources.Kind.JAEGER, new Scope(Watched.of("default"), NEW, Sight.EVERYTHING))) {
      caches.start();
      eventually("it says why", () -> caches.objection().orElse("").contains("forbidden"));
      assertThat(caches.objection().orElseThrow())
          .contains("not able to read Jaegers in the namespace default")
          .contains("manifests/rbac/role.yaml");
      assertThat(caches.snapshot().isComplete()).isFalse();
    }
  }

  /** May read the Jaegers of one namespace and nothing else. */
  private static KubernetesClient narrow(Cluster cluster, String namespace) {
    cluster.kubectl(
        "create",
        "role",
        "narrow",
        "--verb=list,watch",
        "--resource=jaegers.jaegertracing.io",
        "-n",
        namespace);
    cluster.kubectl(
        "create",
        "rolebinding",
        "narrow",
        "--role=narrow",
        "--user=narrow-" + namespace,
        "-n",
        namespace);
    return cluster.as("narrow-" + namespace);
  }

  private Caches started(KubernetesClient client, List<String> namespaces) {
    return started(
        client,
        Sources.Kind.JAEGER,
        new Scope(new Watched(namespaces, Optional.empty()), NEW, Sight.EVERYTHING));
  }

  private Caches started(KubernetesClient client, Sources.Kind kind, Scope scope) {
    var caches = caches(client, kind, scope);
    caches.start();
    eventually("the caches are filled", () -> caches.snapshot().isComplete());
    assertThat(caches.objection()).isEmpty();
    return caches;
  }

  private Caches caches(KubernetesClient client, Sources.Kind kind, Scope scope) {
    var means = Caches.means(new Api(client), Clock.systemUTC(), Patience.USUAL);
    var caches = new Caches(scope, kind, Samples.reader(), means);
    caches.subscribe(new Caches.Listener() {
      @Override
      public void jaegerChanged(String key, Optional<Instance> before, Optional<Instance> now) {
        told.add(key + ": " + before.map(Samples::imageOrReasons).orElse(null) + " -> "
            + now.map(Samples::imageOrReasons).orElse(null));
      }

      @Override
      public void namespaceChanged(String name, Optional<Meta> before, Optional<Meta> now) {
        told.add(name);
      }

      @Override
      public void limitsChanged(String namespace) {
        told.add(namespace + ": limits");
      }
    });
    return caches;
  }

  private static List<String> keys(Caches caches, String namespace) {
    return caches.snapshot().instances().stream()
        .filter(instance -> instance.namespace().equals(namespace))
        .map(Instance::key)
        .toList();
  }

  private static String image(Caches caches, String key) {
    return caches.snapshot().instances().stream()
        .filter(instance -> instance.key().equals(key))
        .map(Samples::imageOrReasons)
        .findFirst()
        .orElse("");
  }

  private static Meta meta(Caches caches, String namespace) {
    return caches.snapshot().namespace(namespace).orElse(Meta.NONE);
  }

  private static List<Audit.Request> refused(Cluster cluster) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(request -> request.responseCode() == 403)
        .toList();
  }

  private static void apply(
      Cluster cluster, String group, String namespace, String name, String spec) {
    var applied =
        cluster.kubectlWithInput(jaeger(group, namespace, name, spec), "apply", "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
  }

  private static String jaeger(String group, String namespace, String name, String spec) {
    return """
        apiVersion: %s/v1
        kind: Jaeger
        metadata: {name: %s, namespace: %s}
        spec: %s
        """.formatted(group, name, namespace, spec);
  }

  private static void eventually(String what, BooleanSupplier holds) {
    Eventually.holds(what, Duration.ofMinutes(1), holds);
  }
}
