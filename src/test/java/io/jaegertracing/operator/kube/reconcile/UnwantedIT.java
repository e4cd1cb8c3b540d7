package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A Jaeger that wanted much and wants little now: of every kind, what is too much goes, with the rights of the shipped manifests. */
@OnCluster
class UnwantedIT {
  private static final String READY = "{conditions: [{type: Ready, status: 'True'}]}";
  private static final String MUCH = """
      strategy: streaming
      storage: {type: cassandra, dependencies: {enabled: true}}
      ingress: {enabled: true}
      agent: {strategy: DaemonSet}
      collector: {autoscale: true, maxReplicas: 3, podDisruptionBudget: {minAvailable: 1}}
      ui: {options: {menu: []}}
      sampling: {options: {default_strategy: {type: const}}}
      serviceMonitor: {enabled: true}
      """;
  private static final String LITTLE = "{ingress: {enabled: false}}";
  private static final Set<OwnedKind> ON_OPENSHIFT =
      EnumSet.of(OwnedKind.ELASTICSEARCH, OwnedKind.SECRET, OwnedKind.ROUTE);

  @Test
  void everyKindGoesThatIsNotWantedAnyMore(Cluster cluster) {
    var namespace = cluster.newNamespace("unwanted");
    try (var backend = Backend.of()
        .amid(
            OwnedKind.KAFKA,
            OwnedKind.KAFKA_NODE_POOL,
            OwnedKind.KAFKA_USER,
            OwnedKind.SERVICE_MONITOR)
        .in(cluster, namespace)) {
      backend.apply(namespace, jaeger("much", MUCH));
      backend.begin();
      for (var kind : List.of(OwnedKind.KAFKA, OwnedKind.KAFKA_USER)) {
        var one = Backend.path(kind, namespace, "much");
        backend.eventually(kind + " is there", () -> backend.exists(one));
        backend.status(kind, namespace, "much", READY);
      }
      backend.eventuallyReady(namespace, "much");
      var kinds = EnumSet.allOf(OwnedKind.class);
      kinds.removeIf(kind -> kind.isOfOpenShift() || ON_OPENSHIFT.contains(kind));
      assertThat(kinds(backend, namespace, kinds)).isEqualTo(kinds);

      backend.apply(namespace, jaeger("much", LITTLE));

      backend.eventuallyReady(namespace, "much");
      kinds.removeAll(Set.of(
          OwnedKind.SERVICE_ACCOUNT,
          OwnedKind.SERVICE,
          OwnedKind.CONFIG_MAP,
          OwnedKind.DEPLOYMENT));
      eventuallyGone(backend, namespace, kinds);
    }
  }

  @Test
  void soItDoesOnOpenShift(Cluster cluster) {
    var namespace = cluster.newNamespace("unwanted-openshift");
    try (var backend = Backend.of("--platform=openshift")
        .amid(OwnedKind.ROUTE, OwnedKind.CONSOLE_LINK, OwnedKind.ELASTICSEARCH)
        .in(cluster, namespace)) {
      backend.jaeger(
          namespace,
          "much",
          "{strategy: production, storage: {type: elasticsearch, elasticsearch: {nodeCount: 1}}}");
      backend.begin();
      var search = Backend.path(OwnedKind.ELASTICSEARCH, namespace, "elasticsearch");
      backend.eventually("Elasticsearch is there", () -> backend.exists(search));
      backend.status(
          OwnedKind.ELASTICSEARCH, namespace, "elasticsearch", "{cluster: {status: green}}");
      backend.eventuallyReady(namespace, "much");
      assertThat(kinds(backend, namespace, ON_OPENSHIFT)).isEqualTo(ON_OPENSHIFT);
      var account = "/api/v1/namespaces/" + namespace + "/serviceaccounts/much-ui-proxy";
      assertThat(backend.exists(account)).isTrue();

      backend.jaeger(namespace, "much", "{ingress: {enabled: false, security: none}}");

      eventuallyGone(backend, namespace, ON_OPENSHIFT);
      backend.eventually("so is the account of the login", () -> !backend.exists(account));
    }
  }

  private static void eventuallyGone(Backend backend, String namespace, Set<OwnedKind> kinds) {
    try {
      backend.eventually("all is gone", () -> kinds(backend, namespace, kinds).isEmpty());
    } catch (AssertionError never) {
      throw new AssertionError(
          kinds(backend, namespace, kinds) + ": " + backend.jaeger(namespace, "much"), never);
    }
  }

  private static String jaeger(String name, String spec) {
    return "apiVersion: jaegertracing.io/v1\nkind: Jaeger\nmetadata: {name: " + name + "}\nspec:"
        + (spec.startsWith("{") ? " " + spec : "\n" + spec.indent(2));
  }

  /** Of which kinds there is an object that belongs to a Jaeger. */
  private static Set<OwnedKind> kinds(Backend backend, String namespace, Set<OwnedKind> among) {
    return Arrays.stream(OwnedKind.values())
        .filter(among::contains)
        .filter(kind -> backend
            .admin()
            .get((kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion() + "/namespaces/"
                + namespace + "/" + kind.resource())
            .toString()
            .contains("\"kind\":\"Jaeger\""))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(OwnedKind.class)));
  }
}
