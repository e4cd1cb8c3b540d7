package io.jaegertracing.operator.core.problem;

/** Everything that is said of a Jaeger which works, but not quite as it is written. Its code never changes. */
public enum Notice {
  NOT_SHARED(
      "not-shared",
      "%s storage cannot be shared by several processes, so that this runs as allinone",
      "write allinone, or use a storage such as cassandra, elasticsearch or grpc"),
  NO_PLUGINS(
      "no-plugins",
      "%s does not start, since Jaeger runs no storage plugins from 1.58 on",
      "use grpc with the address of a remote storage in the option grpc-storage.server"),
  NO_REMOTE_STORAGE(
      "no-remote-storage",
      "%s is known to Jaeger since 1.58 only",
      "use that version or a later one"),
  NOT_ON_NODES(
      "not-on-nodes",
      "%s is no strategy of the agent, so that agents run as sidecars alone",
      "write DaemonSet, or leave it out"),
  WAITS_FOR_EVER(
      "waits-for-ever",
      "%s is less than nothing, so that the proxy waits for ever",
      "leave it out, or write a duration such as 30s"),
  OWN_AUTHORITY(
      "own-authority",
      "the volume %s is mounted in place of the operator's, so that programs trust what it holds",
      "choose another name unless this is meant"),
  VOLUME_REPLACED(
      "volume-replaced",
      "the volume %s is replaced by the operator's, which holds the login to Kafka",
      "choose another name"),
  NO_SEARCH_ADDRESS(
      "no-search-address",
      "%s is not told where Elasticsearch is, and fails",
      "name it in the option es.server-urls of spec.storage.options, or in env or podTemplate here"),
  ZOOKEEPER(
      "zookeeper",
      "the Kafka %s keeps its ZooKeeper, which Strimzi runs up to 0.45",
      "let Strimzi migrate it to KRaft before you upgrade Strimzi"),
  UNKNOWN_VERSION(
      "unknown-version",
      "%s is no version of Jaeger, so that all options are taken as they are written",
      "leave this to the operator, which writes the version that runs"),
  VERSION_TOO_OLD(
      "version-too-old",
      "Jaeger %s is too old to know what its options became, so that all options are taken as they are written",
      "compare them with those of the version that runs"),
  OLD_OPTIONS("old-options", "written for Jaeger %s", "write it so");

  private final String code;
  private final String sentence;
  private final String remedy;

  Notice(String code, String sentence, String remedy) {
    this.code = code;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  public String code() {
    return code;
  }

  /** What is said, with a place for what it is said of. */
  String sentence() {
    return sentence;
  }

  /** What its author can do. */
  String remedy() {
    return remedy;
  }
}
