package io.jaegertracing.operator.core.reconcile.existing;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Every kind of object that a Jaeger becomes, in the order in which they are applied. */
public enum OwnedKind {
  /** Only where somebody logs in or Elasticsearch is provisioned. */
  SECRET("v1", "secrets", "Secret", Trait.NAMESPACED),
  ELASTICSEARCH(
      "logging.openshift.io/v1",
      "elasticsearches",
      "Elasticsearch",
      Trait.NAMESPACED,
      Trait.WHOLE,
      Trait.OPTIONAL),
  /** Before the Kafka, which is not ready without any. */
  KAFKA_NODE_POOL(
      "kafka.strimzi.io/v1beta2",
      "kafkanodepools",
      "KafkaNodePool",
      Trait.NAMESPACED,
      Trait.OPTIONAL),
  KAFKA(
      "kafka.strimzi.io/v1beta2", "kafkas", "Kafka", Trait.NAMESPACED, Trait.WHOLE, Trait.OPTIONAL),
  KAFKA_USER(
      "kafka.strimzi.io/v1beta2",
      "kafkausers",
      "KafkaUser",
      Trait.NAMESPACED,
      Trait.WHOLE,
      Trait.OPTIONAL),
  SERVICE_ACCOUNT("v1", "serviceaccounts", "ServiceAccount", Trait.NAMESPACED),
  CLUSTER_ROLE_BINDING(
      "rbac.authorization.k8s.io/v1", "clusterrolebindings", "ClusterRoleBinding", Trait.OPENSHIFT),
  /** Before the Jobs: they mount some of them. */
  CONFIG_MAP("v1", "configmaps", "ConfigMap", Trait.NAMESPACED),
  JOB("batch/v1", "jobs", "Job", Trait.NAMESPACED, Trait.WHOLE),
  CRON_JOB("batch/v1", "cronjobs", "CronJob", Trait.NAMESPACED),
  /** Before the Deployments: certificates come from annotations of Services. */
  SERVICE("v1", "services", "Service", Trait.NAMESPACED),
  DEPLOYMENT("apps/v1", "deployments", "Deployment", Trait.NAMESPACED, Trait.WHOLE),
  INGRESS("networking.k8s.io/v1", "ingresses", "Ingress", Trait.NAMESPACED),
  ROUTE("route.openshift.io/v1", "routes", "Route", Trait.NAMESPACED, Trait.WHOLE, Trait.OPENSHIFT),
  CONSOLE_LINK("console.openshift.io/v1", "consolelinks", "ConsoleLink", Trait.OPENSHIFT),
  AUTOSCALER(
      "autoscaling/v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", Trait.NAMESPACED),
  DISRUPTION_BUDGET("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", Trait.NAMESPACED),
  SERVICE_MONITOR(
      "monitoring.coreos.com/v1",
      "servicemonitors",
      "ServiceMonitor",
      Trait.NAMESPACED,
      Trait.OPTIONAL),
  DAEMON_SET("apps/v1", "daemonsets", "DaemonSet", Trait.NAMESPACED, Trait.WHOLE);

  private enum Trait {
    NAMESPACED,
    /** More than the metadata is of interest. */
    WHOLE,
    /** Some clusters do not know it. */
    OPTIONAL,
    /** Made on OpenShift alone. */
    OPENSHIFT
  }

  private final String apiVersion;
  private final String resource;
  private final String kind;

  @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
  private final Set<Trait> traits;

  OwnedKind(String apiVersion, String resource, String kind, Trait... traits) {
    this.apiVersion = apiVersion;
    this.resource = resource;
    this.kind = kind;
    this.traits = Set.of(traits);
  }

  public static Optional<OwnedKind> named(String apiVersion, String kind) {
    return Arrays.stream(values())
        .filter(one -> one.kind.equals(kind) && one.group().equals(group(apiVersion)))
        .findFirst();
  }

  public String apiVersion() {
    return apiVersion;
  }

  public String group() {
    return group(apiVersion);
  }

  public String resource() {
    return resource;
  }

  public String kind() {
    return kind;
  }

  public boolean isNamespaced() {
    return is(Trait.NAMESPACED);
  }

  public boolean isWhole() {
    return is(Trait.WHOLE);
  }

  public boolean isOptional() {
    return is(Trait.OPTIONAL);
  }

  public boolean isOfOpenShift() {
    return is(Trait.OPENSHIFT);
  }

  /** Runs Pods until it is told otherwise. */
  public boolean isWorkload() {
    return this == DEPLOYMENT || this == DAEMON_SET;
  }

  /** Runs Pods through an operator of its own. */
  public boolean isProvisioned() {
    return this == ELASTICSEARCH || this == KAFKA || this == KAFKA_USER;
  }

  private boolean is(Trait trait) {
    return traits.contains(trait);
  }

  private static String group(String apiVersion) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
  }
}
