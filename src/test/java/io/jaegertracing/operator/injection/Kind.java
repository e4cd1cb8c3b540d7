package io.jaegertracing.operator.injection;

/** What makes Pods, as users write it, each named after its label. */
enum Kind {
  DEPLOYMENT(
      "apps/v1", "Deployment", "{selector: {matchLabels: {case: NAME}}, template: TEMPLATE}"),
  STATEFUL_SET(
      "apps/v1",
      "StatefulSet",
      "{serviceName: none, selector: {matchLabels: {case: NAME}}, template: TEMPLATE}"),
  DAEMON_SET("apps/v1", "DaemonSet", "{selector: {matchLabels: {case: NAME}}, template: TEMPLATE}"),
  REPLICATION_CONTROLLER(
      "v1", "ReplicationController", "{selector: {case: NAME}, template: TEMPLATE}"),
  JOB("batch/v1", "Job", "{template: TEMPLATE}"),
  CRON_JOB(
      "batch/v1", "CronJob", "{schedule: 0 0 1 1 *, jobTemplate: {spec: {template: TEMPLATE}}}"),
  POD("v1", "Pod", "POD_SPEC"),
  REPLICA_SET(
      "apps/v1", "ReplicaSet", "{selector: {matchLabels: {case: NAME}}, template: TEMPLATE}"),
  ROLLOUT("argoproj.io/v1alpha1", "Rollout", "{template: TEMPLATE}"),
  DEPLOYMENT_CONFIG(
      "apps.openshift.io/v1", "DeploymentConfig", "{selector: {case: NAME}, template: TEMPLATE}");

  private static final int NODES = 2;

  private final String apiVersion;
  private final String kind;
  private final String spec;

  Kind(String apiVersion, String kind, String spec) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.spec = spec;
  }

  String apiVersion() {
    return apiVersion;
  }

  String kind() {
    return kind;
  }

  boolean finishes() {
    return this == JOB || this == CRON_JOB;
  }

  /** Those without are decided where their Pods are. */
  boolean hasTemplateThatIsEdited() {
    return this != POD && this != REPLICA_SET;
  }

  int pods() {
    return this == DAEMON_SET ? NODES : 1;
  }

  /** The annotations are entries of YAML maps: {@code a: b, c: d}. */
  String yaml(String name, String annotations, String templateAnnotations) {
    var podSpec = "{%scontainers: [{name: app, image: app}]}"
        .formatted(finishes() ? "restartPolicy: Never, " : "");
    var template = "{metadata: {labels: {case: NAME}, annotations: {%s}}, spec: POD_SPEC}"
        .formatted(templateAnnotations);
    var metadata = "{name: NAME, labels: {case: NAME}, annotations: {%s}}".formatted(annotations);
    return """
        ---
        apiVersion: %s
        kind: %s
        metadata: %s
        spec: %s
        """.formatted(apiVersion, kind, metadata, spec)
        .replace("TEMPLATE", template)
        .replace("POD_SPEC", podSpec)
        .replace("NAME", name);
  }
}
