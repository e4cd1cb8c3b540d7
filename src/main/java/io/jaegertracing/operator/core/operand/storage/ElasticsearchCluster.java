package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage.Elasticsearch;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An Elasticsearch for the operator of OpenShift to run. */
public final class ElasticsearchCluster {
  private static final String CERTIFICATE = "logging.openshift.io/elasticsearch-cert";

  /** Further nodes hold data only: an election needs few voters. */
  private static final int MOST_MASTERS = 3;

  private ElasticsearchCluster() {}

  public static Stream<GenericKubernetesResource> desired(JaegerPlan plan) {
    return SelfElasticsearch.cluster(plan)
        .filter(Elasticsearch::provisioned)
        .map(cluster -> resource(plan.owner(), cluster))
        .stream();
  }

  /** Where the certificates of the programs are. */
  static String programSecret(Owner owner, Elasticsearch cluster) {
    return (cluster.certManagement() ? "jaeger-" : owner.name() + "-jaeger-") + cluster.name();
  }

  /** Where the certificates of the jobs are. */
  static String maintenanceSecret(Owner owner, Elasticsearch cluster) {
    return cluster.certManagement() ? "curator-" + cluster.name() : owner.name() + "-curator";
  }

  private static GenericKubernetesResource resource(Owner owner, Elasticsearch cluster) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion("logging.openshift.io/v1")
        .withKind("Elasticsearch")
        .withMetadata(Identity.owned(
            owner, cluster.name(), labels(owner, cluster), annotations(owner, cluster)))
        .addToAdditionalProperties("spec", spec(owner, cluster))
        .build();
  }

  /** What another operator makes of it must not look as if this one had made it, should labels be handed on. */
  private static SortedMap<String, String> labels(Owner owner, Elasticsearch cluster) {
    var labels = Identity.labels(owner, cluster.name(), "elasticsearch");
    labels.remove("app.kubernetes.io/managed-by");
    return labels;
  }

  private static Map<String, String> annotations(Owner owner, Elasticsearch cluster) {
    return cluster.certManagement()
        ? Map.of(
            CERTIFICATE + "-management",
            "true",
            CERTIFICATE + "." + programSecret(owner, cluster),
            "user.jaeger",
            CERTIFICATE + "." + maintenanceSecret(owner, cluster),
            "system.logging.curator")
        : Map.of();
  }

  private static Map<String, Object> spec(Owner owner, Elasticsearch cluster) {
    return new TreeMap<>(Map.of(
        "managementState",
        "Managed",
        "redundancyPolicy",
        cluster.redundancy(),
        "nodeSpec",
        everyNode(cluster),
        "nodes",
        groups(owner, cluster)));
  }

  private static Map<String, Object> everyNode(Elasticsearch cluster) {
    var spec = new TreeMap<String, Object>(Map.of("resources", cluster.resources()));
    cluster.image().ifPresent(image -> spec.put("image", image));
    if (!cluster.tolerations().isEmpty()) {
      spec.put("tolerations", cluster.tolerations());
    }
    return spec;
  }

  private static List<Map<String, Object>> groups(Owner owner, Elasticsearch cluster) {
    var id = id(owner);
    var data = List.of("client", "data");
    var masters = List.of("master", "client", "data");
    return cluster.nodes() <= MOST_MASTERS
        ? List.of(group(cluster, cluster.nodes(), masters, id))
        : List.of(
            group(cluster, MOST_MASTERS, masters, id + "master"),
            group(cluster, cluster.nodes() - MOST_MASTERS, data, id));
  }

  private static Map<String, Object> group(
      Elasticsearch cluster, int nodes, List<String> roles, String id) {
    var group = new TreeMap<String, Object>(Map.of(
        "nodeCount",
        nodes,
        "roles",
        roles,
        "genUUID",
        id,
        "resources",
        Map.of(),
        "storage",
        disk(cluster)));
    if (!cluster.nodeSelector().isEmpty()) {
      group.put("nodeSelector", new TreeMap<>(cluster.nodeSelector()));
    }
    cluster.proxyResources().ifPresent(resources -> group.put("proxyResources", resources));
    return group;
  }

  private static Map<String, Object> disk(Elasticsearch cluster) {
    var disk = new TreeMap<String, Object>();
    cluster.size().ifPresent(size -> disk.put("size", size));
    cluster.storageClass().ifPresent(name -> disk.put("storageClassName", name));
    return disk;
  }

  /** Its operator names nodes and volumes by this, so that data is found again only while it stays the same. */
  private static String id(Owner owner) {
    var name = Names.dns(owner.namespace() + owner.name());
    return name.substring(0, Math.min(name.length(), 42)).replace("-", "");
  }
}
