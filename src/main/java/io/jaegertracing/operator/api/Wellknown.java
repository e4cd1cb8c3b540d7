package io.jaegertracing.operator.api;

/** Every annotation and label that users type or meet; together with the Jaeger resource they are the contract. */
public final class Wellknown {
  /** What every annotation and label about sidecars begins with. */
  public static final String SIDECAR = "sidecar.jaegertracing.io/";

  private static final String APP = "app.kubernetes.io/";

  /** On a workload, its pod template or its Namespace, as annotation or label: true, false, a Jaeger's name or namespace/name. */
  public static final String INJECT = SIDECAR + "inject";

  public static final String IMAGE = SIDECAR + "image";
  public static final String CPU_REQUEST = SIDECAR + "cpu-request";
  public static final String CPU_LIMIT = SIDECAR + "cpu-limit";
  public static final String MEMORY_REQUEST = SIDECAR + "memory-request";
  public static final String MEMORY_LIMIT = SIDECAR + "memory-limit";
  public static final String TAGS = SIDECAR + "tags";
  public static final String LOG_LEVEL = SIDECAR + "log-level";
  public static final String SERVICE_NAME = SIDECAR + "service-name";

  /** On a Namespace, as annotation or label: off, audit, warn or deny, for finished Pods whose sidecar is missing or altered. */
  public static final String VERIFY = SIDECAR + "verify";

  /** Label on a workload that carries our sidecar: the Jaeger's name, cut to 63 characters. */
  public static final String INJECTED = SIDECAR + "injected";

  /** Annotation on a workload: counts up so that admission looks at it again. */
  public static final String REVISION = SIDECAR + "revision";

  /** Annotation beside what was injected: what exactly removal has to take away. */
  public static final String RECORD = SIDECAR + "record";

  /** Label on a Jaeger: the operator that looks after it. */
  public static final String OPERATED_BY = "jaegertracing.io/operated-by";

  /** Annotation on every object that the operator makes of a Jaeger: stands for what was applied last. */
  public static final String APPLIED = "jaegertracing.io/applied";

  /** Annotation on the pod template of what a Jaeger runs, or beside it: stands for the content of the Secrets and ConfigMaps that its programs read. */
  public static final String INPUTS = "jaegertracing.io/inputs";

  /** Annotation on an object of the whole cluster, which no Jaeger can own: the uid of its Jaeger. */
  public static final String OWNER = "jaegertracing.io/owner";

  /** Annotation on a ConfigMap beside a workload in another namespace: the Jaeger, as namespace/name, whose sidecar reads it. */
  public static final String LENT_BY = "jaegertracing.io/lent-by";

  /** Annotation on a Jaeger whose Kafka was provisioned for it. */
  public static final String KAFKA_PROVISIONED = "jaegertracing.io/kafka-provisioned";

  /** Annotation on a ConsoleLink: the Route that it points to. */
  public static final String CONSOLE_LINK_ROUTE = "consolelink.jaegertracing.io/route";

  /** Labels by which an application is named, in this order of precedence, and which the objects we own carry. */
  public static final String APP_INSTANCE = APP + "instance";

  public static final String APP_NAME = APP + "name";
  public static final String APP_LABEL = "app";

  public static final String APP_COMPONENT = APP + "component";
  public static final String APP_PART_OF = APP + "part-of";
  public static final String APP_MANAGED_BY = APP + "managed-by";

  /** Annotations on a pod template that tell Prometheus where to look; the user's own win. */
  public static final String PROMETHEUS_SCRAPE = "prometheus.io/scrape";

  public static final String PROMETHEUS_PORT = "prometheus.io/port";

  private Wellknown() {}
}
