package io.jaegertracing.operator.core.problem;

/** Every rule of a Jaeger resource. Its code never changes: alarms, filters and documentation refer to it. */
public enum Rule {
  BAD_NAME("bad-name", "The name is one that Kubernetes takes, with room for what is appended."),
  UNKNOWN_STRATEGY("unknown-strategy", "The strategy is allinone, production or streaming."),
  UNKNOWN_STORAGE("unknown-storage", "The storage is one that Jaeger knows."),
  BAD_DURATION("bad-duration", "A duration is written as in Go: 72h, 1h30m."),
  BAD_SCHEDULE("bad-schedule", "A schedule is one that a CronJob accepts."),
  BAD_QUANTITY("bad-quantity", "A quantity is a number with an optional suffix: 500m, 16Gi."),
  NEGATIVE_COUNT("negative-count", "A count is not negative."),
  UNKNOWN_REDUNDANCY("unknown-redundancy", "The redundancy is one that Elasticsearch knows."),
  UNKNOWN_SECURITY("unknown-security", "An Ingress is protected by nothing or by the OAuth proxy."),
  NO_OAUTH_PROXY("no-oauth-proxy", "The OAuth proxy runs on OpenShift only."),
  BAD_LIST_ITEM("bad-list-item", "The list of a flag holds text, numbers, true or false."),
  BAD_MENU("bad-menu", "The menu of the user interface is a list."),
  RESERVED_VOLUME("reserved-volume", "No volume takes the name of one that the operator mounts."),
  BAD_LABEL("bad-label", "The key and the value of a label are ones that Kubernetes takes."),
  BAD_ANNOTATION("bad-annotation", "The key of an annotation is one that Kubernetes takes."),
  BAD_MOUNT("bad-mount", "What is mounted is there, and each folder is mounted once."),
  BAD_TEMPLATE("bad-template", "A Pod template can be laid over the Pods of the operator."),
  BAD_IMAGE("bad-image", "The name of an image is one that can be pulled."),
  BAD_HOST("bad-host", "A host is a name of DNS, perhaps with *. in front."),
  BAD_URL("bad-url", "A URL begins with http:// or https:// and a host."),
  BAD_PATH("bad-path", "The path of the user interface begins with a slash, and ends with none."),
  BAD_JSON("bad-json", "What is handed on as JSON can be read as JSON."),
  BAD_REGISTRY("bad-registry", "A registry is what stands before the name of an image."),
  BAD_DISRUPTION_BUDGET(
      "bad-disruption-budget", "A disruption budget has one number or percentage of Pods."),
  UNKNOWN_FIELD(
      "unknown-field",
      "is no field that is known here",
      "Every field is one that the operator or Kubernetes knows."),
  MISTYPED_FIELD(
      "mistyped-field", "has the wrong type", "Every field has the type that Kubernetes expects."),
  MISSING_FIELD("missing-field", "is missing", "What Kubernetes insists on is there."),
  CONTRADICTION(
      "contradiction",
      "exclude each other",
      "Of several fields that exclude each other one is set."),
  UNKNOWN_WORD("unknown-word", "A field that takes one of a few words holds one of them."),
  BAD_VALUE("bad-value", "A value is written as Kubernetes expects it there."),
  OUT_OF_RANGE("out-of-range", "A number is one that Kubernetes takes there."),
  MISSING_ELASTICSEARCH(
      "missing-elasticsearch",
      "does not exist",
      "An Elasticsearch that is not to be provisioned exists already."),
  UNKNOWN_OPTION(
      "unknown-option",
      "is no option that is known here",
      "Every option is one that the program knows which is given it."),
  MISPLACED_OPTION(
      "misplaced-option",
      "does not belong here",
      "Every option stands where a program reads it, beside the storage that it belongs to."),
  REQUESTER_RIGHTS(
      "requester-rights",
      "may not create what this Jaeger becomes",
      "Whoever writes a Jaeger may create the workloads that it becomes."),
  DEPRECATED("deprecated", "is deprecated", "Nothing is used that will go away."),
  TLS_SWITCHED_ON(
      "tls-switched-on",
      "is added, because other TLS options are set",
      "TLS is switched on or off explicitly.");

  private final String code;
  private final String complaint;
  private final String sentence;

  Rule(String code, String sentence) {
    this(code, "is not valid", sentence);
  }

  Rule(String code, String complaint, String sentence) {
    this.code = code;
    this.complaint = complaint;
    this.sentence = sentence;
  }

  public String code() {
    return code;
  }

  /** What is said of a value that breaks it. */
  public String complaint() {
    return complaint;
  }

  /** What holds where nobody breaks it. */
  public String sentence() {
    return sentence;
  }
}
