package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.settings.Shape.Kind;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.jaegertracing.operator.settings.Group.FILES;
import static io.jaegertracing.operator.settings.Group.GENERAL;
import static io.jaegertracing.operator.settings.Group.INJECTION;
import static io.jaegertracing.operator.settings.Group.OPERATIONS;
import static io.jaegertracing.operator.settings.Group.PROVISIONING;
import static io.jaegertracing.operator.settings.Group.REGISTRATION;
import static io.jaegertracing.operator.settings.Group.VERSIONS;
import static io.jaegertracing.operator.settings.Group.WEBHOOK;
import static io.jaegertracing.operator.settings.Shape.Trait.COMMAND_LINE_ONLY;
import static io.jaegertracing.operator.settings.Shape.Trait.ENVIRONMENT_ONLY;
import static io.jaegertracing.operator.settings.Shape.Trait.IGNORED;
import static io.jaegertracing.operator.settings.Shape.Trait.OURS;
import static io.jaegertracing.operator.settings.Shape.Trait.REPEATED;
import static io.jaegertracing.operator.settings.Shape.choice;
import static io.jaegertracing.operator.settings.Shape.image;
import static io.jaegertracing.operator.settings.Shape.off;
import static io.jaegertracing.operator.settings.Shape.value;
import static io.jaegertracing.operator.settings.Verb.CHECK;
import static io.jaegertracing.operator.settings.Verb.CLUSTER;
import static io.jaegertracing.operator.settings.Verb.DECIDING;
import static io.jaegertracing.operator.settings.Verb.EVERY;
import static io.jaegertracing.operator.settings.Verb.GENERATE;
import static io.jaegertracing.operator.settings.Verb.OFFLINE;
import static io.jaegertracing.operator.settings.Verb.RENDERING;
import static io.jaegertracing.operator.settings.Verb.SERVING;
import static io.jaegertracing.operator.settings.Verb.STANDALONE;
import static io.jaegertracing.operator.settings.Verb.START;
import static io.jaegertracing.operator.settings.Verb.VERSION;
import static io.jaegertracing.operator.settings.Verb.WITH_FOLDER;

/** Every flag: its group, value and default, the verbs that take it, and what it does. */
public enum Flag {
  CONFIG(
      GENERAL,
      value(Kind.FILE, "~/.jaeger-operator.yaml, .yml or .json, where there is one")
          .that(COMMAND_LINE_ONLY),
      EVERY,
      "a YAML or JSON file that maps names of flags to values"),
  LOG_LEVEL(
      GENERAL,
      choice("info", "trace", "debug", "info", "warn", "warning", "error", "fatal", "panic")
          .otherwise("info"),
      EVERY,
      "how much is logged"),
  LOG_FORMAT(
      GENERAL,
      choice("auto", "auto", "json", "text").that(OURS),
      EVERY,
      "how it is logged; auto is text on a terminal and JSON elsewhere"),

  CR(FILES, value(Kind.FILE, "/dev/stdin"), Set.of(GENERATE), "the Jaeger resources to read"),
  OUTPUT(FILES, value(Kind.FILE, "/dev/stdout"), Set.of(GENERATE), "where the objects are written"),
  BATCH_IN(
      FILES,
      value(Kind.FILE, "none").that(OURS).that(COMMAND_LINE_ONLY),
      Set.of(GENERATE),
      "a JSON list of calls to be answered in one process"),
  BATCH_OUT(
      FILES,
      value(Kind.FILE, "none").that(OURS).that(COMMAND_LINE_ONLY),
      Set.of(GENERATE),
      "where the answers to these calls are written"),
  RESOURCES(
      FILES,
      value(Kind.FOLDER, "none").but(STANDALONE, "manifests/samples").that(OURS).that(REPEATED),
      WITH_FOLDER,
      "a folder or file with Jaegers, Namespaces and other objects that count as the cluster"),

  JAEGER_VERSION(
      VERSIONS,
      value(Kind.TAG, "1.76.0").otherwise("1.76.0"),
      with(RENDERING, VERSION),
      "version of Jaeger; the tag of every Jaeger image that has none"),
  JAEGER_AGENT_VERSION(
      VERSIONS,
      value(Kind.TAG, "1.62.0").that(OURS),
      with(RENDERING, VERSION),
      "version of the agent; the tag of the agent image when it has none"),
  JAEGER_AGENT_IMAGE(
      VERSIONS,
      image("jaegertracing/jaeger-agent", "RELATED_IMAGE_JAEGER_AGENT"),
      RENDERING,
      "image of the agent"),
  JAEGER_QUERY_IMAGE(
      VERSIONS,
      image("jaegertracing/jaeger-query", "RELATED_IMAGE_JAEGER_QUERY"),
      RENDERING,
      "image of the query service"),
  JAEGER_COLLECTOR_IMAGE(
      VERSIONS,
      image("jaegertracing/jaeger-collector", "RELATED_IMAGE_JAEGER_COLLECTOR"),
      RENDERING,
      "image of the collector"),
  JAEGER_INGESTER_IMAGE(
      VERSIONS,
      image("jaegertracing/jaeger-ingester", "RELATED_IMAGE_JAEGER_INGESTER"),
      RENDERING,
      "image of the ingester"),
  JAEGER_ALL_IN_ONE_IMAGE(
      VERSIONS,
      image("jaegertracing/all-in-one", "RELATED_IMAGE_JAEGER_ALL_IN_ONE"),
      RENDERING,
      "image of the all-in-one"),
  JAEGER_CASSANDRA_SCHEMA_IMAGE(
      VERSIONS,
      image("jaegertracing/jaeger-cassandra-schema", "RELATED_IMAGE_CASSANDRA_SCHEMA"),
      RENDERING,
      "image of the job that makes the Cassandra schema"),
  JAEGER_SPARK_DEPENDENCIES_IMAGE(
      VERSIONS,
      image(
          "ghcr.io/jaegertracing/spark-dependencies/spark-dependencies",
          "RELATED_IMAGE_SPARK_DEPENDENCIES"),
      RENDERING,
      "image of the job that derives dependencies, taken as it is"),
  JAEGER_ES_INDEX_CLEANER_IMAGE(
      VERSIONS,
      image("jaegertracing/jaeger-es-index-cleaner", "RELATED_IMAGE_JAEGER_ES_INDEX_CLEANER"),
      RENDERING,
      "image of the index cleaner"),
  JAEGER_ES_ROLLOVER_IMAGE(
      VERSIONS,
      image("jaegertracing/jaeger-es-rollover", "RELATED_IMAGE_JAEGER_ES_ROLLOVER"),
      RENDERING,
      "image of the index rollover"),
  OPENSHIFT_OAUTH_PROXY_IMAGE(
      VERSIONS,
      image("quay.io/openshift/origin-oauth-proxy:4.14", "RELATED_IMAGE_OPENSHIFT_OAUTH_PROXY"),
      RENDERING,
      "image of the OAuth proxy, taken as it is"),
  OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NS(
      VERSIONS,
      value(Kind.TEXT, ""),
      Set.of(START),
      "namespace of the ImageStream to take the OAuth proxy from"),
  OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NAME(
      VERSIONS,
      value(Kind.TEXT, ""),
      Set.of(START),
      "name of the ImageStream to take the OAuth proxy from"),

  PLATFORM(
      Group.PLATFORM,
      choice("auto-detect", "kubernetes", "openshift", "auto-detect").otherwise("kubernetes"),
      RENDERING,
      "kind of cluster; without a cluster, auto-detect is kubernetes"),
  KUBERNETES_VERSION(
      Group.PLATFORM,
      value(Kind.KUBERNETES, "1.36").that(OURS),
      OFFLINE,
      "version that resources are made for where no server can be asked"),
  CRONJOBS_VERSION(
      Group.PLATFORM,
      value(Kind.TEXT, "detected, or batch/v1").that(ENVIRONMENT_ONLY),
      RENDERING,
      "apiVersion of CronJobs"),
  AUTOSCALING_VERSION(
      Group.PLATFORM,
      value(Kind.TEXT, "detected, or autoscaling/v2").that(ENVIRONMENT_ONLY),
      RENDERING,
      "apiVersion of HorizontalPodAutoscalers"),
  DEFAULT_INGRESSCLASS(
      Group.PLATFORM,
      value(Kind.TEXT, "detected").that(ENVIRONMENT_ONLY),
      RENDERING,
      "class of an Ingress that names none"),
  AUTH_DELEGATOR_AVAILABLE(
      Group.PLATFORM,
      choice("auto", "yes", "no", "auto").otherwise("no").that(ENVIRONMENT_ONLY),
      RENDERING,
      "whether the OAuth proxy may delegate to the API server; without a cluster, auto is no"),

  ES_PROVISION(
      PROVISIONING,
      choice("auto", "yes", "no", "auto").otherwise("no"),
      RENDERING,
      "whether Elasticsearch is provisioned through its operator"),
  KAFKA_PROVISION(
      PROVISIONING,
      choice("auto", "yes", "no", "auto").otherwise("no"),
      RENDERING,
      "whether Kafka is provisioned through its operator"),
  KAFKA_PROVISIONING_MINIMAL(
      PROVISIONING,
      off(),
      RENDERING,
      "provision one small Kafka and ZooKeeper node instead of three"),
  DOCUMENTATION_URL(
      PROVISIONING,
      value(Kind.TEXT, "https://www.jaegertracing.io/docs/MAJOR.MINOR of the Jaeger version"),
      RENDERING,
      "documentation link of the user interface; its menu shows the link only when it is given"),

  INJECTION_LEVEL(
      INJECTION,
      choice("both", "both", "workload", "pod").that(OURS),
      with(DECIDING, CHECK),
      "where sidecars are added: in controllers, in Pods, or in both, each Pod in exactly one place"),
  INJECT_KINDS(
      INJECTION,
      value(Kind.LIST, "all").that(OURS),
      with(DECIDING, CHECK),
      "the only kinds of workload that are injected"),
  WORKLOAD(
      INJECTION,
      value(Kind.WORKLOAD, "none").that(OURS).that(REPEATED),
      with(DECIDING, CHECK),
      "a further kind of workload, such as argoproj.io/v1alpha1/rollouts:/spec/template"),
  RETOUCH_ALL_KINDS(
      INJECTION,
      off().that(OURS),
      Set.of(START),
      "add first sidecars to running workloads of all kinds, not to Deployments alone"),
  NATIVE_SIDECARS(
      INJECTION,
      choice("auto", "auto", "always", "never").that(OURS),
      DECIDING,
      "whether the sidecar is an init container that keeps running; auto does so for Pods that finish, where every node can; always asks nobody, and Pods hang before Kubernetes 1.29"),
  VERIFY_INJECTION(
      INJECTION,
      choice("audit", "off", "audit", "warn", "deny").that(OURS),
      SERVING,
      "what becomes of a Pod whose sidecar is missing or altered; a namespace may say otherwise"),
  MISSED_INJECTIONS(
      INJECTION,
      choice("report", "off", "report", "evict").that(OURS),
      Set.of(START),
      "what becomes of running Pods without the sidecar that they ask for; evict also restarts some"),
  EVICTION_WINDOW(
      INJECTION,
      value(Kind.WINDOW, "the whole day").that(OURS),
      Set.of(START),
      "the only hours in which Pods are evicted, UTC; may cross midnight"),

  WEBHOOK_BIND_PORT(
      WEBHOOK,
      value(Kind.PORT, "9443"),
      with(SERVING, CHECK),
      "port of the webhook; 0 lets the system choose"),
  WEBHOOK_BIND_ADDRESS(
      WEBHOOK,
      value(Kind.HOST, "0.0.0.0").but(STANDALONE, "127.0.0.1").that(OURS),
      SERVING,
      "address on which the webhook listens"),
  CERT_DIR(
      WEBHOOK,
      value(Kind.FOLDER, "$TMPDIR/k8s-webhook-server/serving-certs, TMPDIR being /tmp")
          .but(
              STANDALONE,
              "./certs-dev where it exists, else jaeger-operator/certs-dev in $XDG_CACHE_HOME or ~/.cache")
          .that(OURS),
      with(SERVING, CHECK),
      "folder of tls.crt and tls.key; standalone makes them, and ca.crt, when they are absent"),
  TLS_MIN_VERSION(
      WEBHOOK,
      choice("VersionTLS12", "VersionTLS10", "VersionTLS11", "VersionTLS12", "VersionTLS13")
          .otherwise("VersionTLS12"),
      SERVING,
      "oldest TLS version that the webhook speaks"),
  TLS_CIPHER_SUITES(
      WEBHOOK,
      value(Kind.LIST, "those of the Java runtime"),
      SERVING,
      "cipher suites of the webhook, by IANA name"),
  ENFORCE_REQUESTER_RIGHTS(
      WEBHOOK,
      off().that(OURS),
      Set.of(START),
      "refuse a Jaeger whose author may not create what it becomes; otherwise warn"),
  DRAIN_DELAY(
      WEBHOOK,
      value(Kind.DURATION, "5s").but(STANDALONE, "0s").that(OURS),
      SERVING,
      "how long requests are still served after the signal to stop"),

  REGISTER(
      REGISTRATION,
      choice("on", "on", "off").that(OURS),
      CLUSTER,
      "whether the operator registers its webhooks itself"),
  REGISTER_URL(
      REGISTRATION,
      value(Kind.URL, "the Service").that(OURS),
      CLUSTER,
      "https URL that is registered instead of the Service"),

  LEADER_ELECT(OPERATIONS, off(), Set.of(START), "let one of several replicas reconcile"),
  HEALTH_PROBE_BIND_ADDRESS(
      OPERATIONS,
      value(Kind.ADDRESS, ":8081"),
      Set.of(START),
      "where /healthz and /readyz are served"),
  METRICS_HOST(OPERATIONS, value(Kind.TEXT, "0.0.0.0"), Set.of(START), "address of /metrics"),
  METRICS_PORT(OPERATIONS, value(Kind.PORT, "8383"), Set.of(START), "port of /metrics"),
  HTTP_BIND_ADDRESS(
      OPERATIONS,
      value(Kind.ADDRESS, "127.0.0.1:8080").that(OURS),
      Set.of(STANDALONE),
      "where the page, the probes and the metrics are served"),
  TRACING_ENABLED(OPERATIONS, off(), SERVING, "record traces of what the webhook is asked"),
  OTLP_ENDPOINT(
      OPERATIONS,
      value(Kind.ENDPOINT, "http://localhost:4318").that(OURS).also("OTEL_EXPORTER_OTLP_ENDPOINT"),
      SERVING,
      "where the operator's own traces are sent, by OTLP over HTTP; /v1/traces is added"),
  JAEGER_AGENT_HOSTPORT(
      OPERATIONS,
      value(Kind.TEXT, "").that(IGNORED),
      Set.of(START),
      "accepted and ignored, for old manifests; traces go to --otlp-endpoint"),
  SECURE_LISTEN_ADDRESS(
      OPERATIONS,
      value(Kind.TEXT, "").that(IGNORED),
      Set.of(START),
      "accepted and ignored, for old manifests");

  private final Group group;

  @SuppressWarnings("ImmutableEnumChecker") // A record of unmodifiable copies.
  private final Shape shape;

  @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of or copied.
  private final Set<Verb> verbs;

  private final String help;

  Flag(Group group, Shape shape, Set<Verb> verbs, String help) {
    this.group = group;
    this.shape = shape;
    this.verbs = verbs;
    this.help = help;
  }

  private static Set<Verb> with(Set<Verb> verbs, Verb one) {
    return Stream.concat(verbs.stream(), Stream.of(one)).collect(Collectors.toUnmodifiableSet());
  }

  /** How it is written, wherever it may be. */
  public Spelling spelling() {
    return new Spelling(name(), shape);
  }

  /** As it is typed, without the dashes. */
  public String text() {
    return spelling().text();
  }

  public Group group() {
    return group;
  }

  public String help() {
    return help;
  }

  public boolean isTakenBy(Verb verb) {
    return verbs.contains(verb);
  }

  Set<Verb> verbs() {
    return verbs;
  }

  Shape shape() {
    return shape;
  }

  /** The value, or a description of it, when nobody gives one. */
  public String fallback(Verb verb) {
    return shape.fallbacks().getOrDefault(verb, shape.fallback());
  }

  public boolean isRepeated() {
    return shape.is(REPEATED);
  }
}
