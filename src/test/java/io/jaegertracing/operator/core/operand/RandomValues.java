package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.support.Seeded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Map.entry;

/** What stands in the fields of random Jaegers: per field or type, what users write, and what they had better not. */
record RandomValues(Seeded random, boolean wild) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Pool(List<String> usual, List<String> odd) {}

  private static final Pool DURATIONS =
      new Pool(List.of("", "1h30m", "36h", "90s", "0"), List.of("3d", "soon", "-5m", "99999999h"));
  private static final Pool WORDS = new Pool(
      List.of("", "plain", "some-name"), List.of("Not a name!", "x".repeat(300), "\u00fc"));

  /** Fields of one name in several classes mean the same, but for those that name their class. */
  private static final Map<String, Pool> TEXTS = Map.ofEntries(
      entry(
          "JaegerSpec.strategy",
          new Pool(
              List.of("", "allinone", "production", "production", "StReaming", "streaming"),
              List.of("prodution", "all"))),
      entry("Agent.strategy", new Pool(List.of("", "sidecar", "DaemonSet"), List.of("pod"))),
      entry(
          "Storage.type",
          new Pool(
              List.of(
                  "",
                  "memory",
                  "badger",
                  "cassandra",
                  "elasticsearch",
                  "grpc",
                  "grpc-plugin",
                  "kafka"),
              List.of("Elasticsearch", "disk"))),
      entry("MetricsStorage.type", new Pool(List.of("", "prometheus"), List.of("graphite"))),
      entry("Elasticsearch.name", new Pool(List.of("", "logs"), List.of("Lo_gs", "x".repeat(254)))),
      entry("security", new Pool(List.of("", "none", "oauth-proxy"), List.of("basic"))),
      entry("pathType", new Pool(List.of("", "Prefix", "Exact"), List.of("Regex"))),
      entry("schedule", new Pool(List.of("", "@daily", "5 4 * * SUN"), List.of("daily", "* * *"))),
      entry("serviceType", new Pool(List.of("", "NodePort", "LoadBalancer"), List.of("Door"))),
      entry("redundancyPolicy", new Pool(List.of("", "FullRedundancy"), List.of("Some"))),
      entry("imagePullPolicy", new Pool(List.of("", "Always"), List.of("Sometimes"))),
      entry("image", new Pool(List.of("", "reg:5000/a/b", "a@sha256:1"), List.of(" ", "A:B:C"))),
      entry("imageRegistry", new Pool(List.of("", "mirror.example:5000/a"), List.of("a b", "/x"))),
      entry("interval", new Pool(List.of("", "30s", "1m30s"), List.of("soon"))),
      entry("timeout", DURATIONS),
      entry("traceTTL", DURATIONS),
      entry("readTTL", DURATIONS));

  private static final List<String> FLAGS = List.of(
      "{'admin.http.host-port': ':1234'}",
      "{'admin': {'http': {'host-port': '0.0.0.0:15000'}}}",
      "{'collector': {'otlp': {'enabled': true}}}",
      "{'collector.otlp.enabled': 'false'}",
      "{'collector.grpc.tls.enabled': true, 'collector.grpc.tls.cert': '/a'}",
      "{'query.base-path': '/jaeger'}",
      "{'es': {'server-urls': 'http://a:1,http://b:2', 'use-aliases': 'true'}}",
      "{'es.server-urls': ['http://a:1', 'http://b:2']}",
      "{'es.use-aliases': true, 'es-archive.enabled': true, 'es.tls.ca': '/a'}",
      "{'es.tls': true, 'es.num-shards': 1e1}",
      "{'cassandra': {'servers': 'a,b', 'port': 9142, 'tls': {'ca': '/a'}}}",
      "{'sampling.strategies-file': '/a.json'}",
      "{'kafka': {'producer': {'brokers': 'a:1'}, 'consumer': {'brokers': 'a:1'}}}",
      "{'reporter.grpc.host-port': 'a:1'}",
      "{'processor.jaeger-compact.server-host-port': ':7831', 'agent.tags': 'a=b'}",
      "{'log-level': 'debug', 'ratio': 1.50, 'none': null, 'headers': ['a: b', 7, true]}",
      "{'cookie-secret': 'x', 'cookie-secret-file': '/x'}",
      "{}");

  private static final Pool DOCUMENTS = new Pool(
      List.of(
          "{}",
          "{'menu': []}",
          "{'menu': [{'label': 'About', 'items': [{'label': 'Documentation', 'url': 'u'}]}]}",
          "{'dependencies': {'menuEnabled': true}, 'archiveEnabled': false}",
          "{'default_strategy': {'type': 'probabilistic', 'param': 0.10}}",
          "[{'a': 1}]"),
      List.of("{'menu': {'a': 1}}", "{'menu': ['a', null]}", "{'dependencies': 'x'}", "[]"));

  private static final Pool TEMPLATES = new Pool(
      List.of(
          "{}",
          "{'metadata': {'annotations': {'a': 'b'}, 'labels': {'team': 'x', 'app': 'y'}}}",
          "{'spec': {'hostAliases': [{'ip': '127.0.0.1', 'hostnames': ['h']}], 'affinity': null}}",
          "{'spec': {'containers': [{'name': 'helper', 'image': 'h:1'}]}}"),
      List.of(
          "[]", "{'status': {}}", "{'spec': {'containers': null}}", "{'spec': {'volumes': 1}}"));

  private static final Map<String, Pool> KUBERNETES = Map.ofEntries(
      entry(
          "ResourceRequirements",
          new Pool(
              List.of(
                  "{}", "{'limits': {'cpu': '1', 'memory': '1Gi'}}", "{'requests': {'cpu': 0.5}}"),
              List.of("{'limits': {'cpu': 'much'}}"))),
      entry(
          "Affinity",
          new Pool(
              List.of(
                  "{}",
                  "{'podAntiAffinity': {'requiredDuringSchedulingIgnoredDuringExecution':"
                      + " [{'topologyKey': 'zone'}]}}"),
              List.of("{'nodeAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': {}}}"))),
      entry(
          "Toleration",
          new Pool(
              List.of("{'operator': 'Exists'}", "{'key': 'a'}"), List.of("{}", "{'effect': 'x'}"))),
      entry("PodSecurityContext", new Pool(List.of("{}", "{'fsGroup': 1}"), List.of())),
      entry("SecurityContext", new Pool(List.of("{}", "{'runAsUser': 1}"), List.of())),
      entry(
          "Probe",
          new Pool(List.of("{'grpc': {'port': 1}}", "{'tcpSocket': {'port': 1}}"), List.of("{}"))),
      entry(
          "LocalObjectReference",
          new Pool(List.of("{'name': 'a'}", "{'name': 'b'}"), List.of("{}"))),
      entry(
          "DeploymentStrategy",
          new Pool(List.of("{}", "{'type': 'RollingUpdate'}", "{'type': 'Recreate'}"), List.of())),
      entry(
          "Lifecycle",
          new Pool(
              List.of("{}", "{'preStop': {'exec': {'command': ['a']}}}"),
              List.of("{'preStop': {}}"))),
      entry(
          "TopologySpreadConstraint",
          new Pool(
              List.of(
                  "{'maxSkew': 1, 'topologyKey': 'zone', 'whenUnsatisfiable': 'ScheduleAnyway'}"),
              List.of("{}"))),
      entry(
          "EnvVar",
          new Pool(
              List.of("{'name': 'A', 'value': '1'}", "{'name': 'HTTP_PROXY'}"),
              List.of("{}", "{'value': 'b'}", "{'name': 'A', 'valueFrom': {}}"))),
      entry(
          "EnvFromSource",
          new Pool(List.of("{'secretRef': {'name': 's'}}"), List.of("{}", "{'secretRef': {}}"))),
      entry("IntOrString", new Pool(List.of("1", "'50%'"), List.of("-1", "'half'"))),
      entry("Quantity", new Pool(List.of("'10Gi'", "'0.5'"), List.of("'lots'"))));

  JsonNode text(String owner, String field) {
    var pool = TEXTS.getOrDefault(owner + "." + field, TEXTS.getOrDefault(field, WORDS));
    return JsonNodeFactory.instance.textNode(from(pool));
  }

  JsonNode number() {
    var odd = List.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return JsonNodeFactory.instance.numberNode(
        isOdd() ? random.one(odd) : random.one(List.of(0, 1, 2, 5, 31000)));
  }

  JsonNode truth() {
    return JsonNodeFactory.instance.booleanNode(random.chance(60));
  }

  /** Labels, annotations, node selectors. */
  JsonNode map() {
    var map = JsonNodeFactory.instance.objectNode();
    for (var entries = random.below(3); entries > 0; entries--) {
      map.put(
          random.word("app", "team", "example.com/team", "app.kubernetes.io/component", "a.b/c_d"),
          random.word("", "x", "Gold-1", "a.b_c"));
    }
    if (isOdd()) {
      map.put(
          random.word("bad key", "x", "app.kubernetes.io/instance", "-"),
          random.word("bad value", "x".repeat(64), "-x", "false"));
    }
    return map;
  }

  JsonNode flags() {
    var flags = JsonNodeFactory.instance.objectNode();
    for (var some = random.below(4); some > 0; some--) {
      tree(random.one(FLAGS))
          .properties()
          .forEach(flag -> flags.set(flag.getKey(), flag.getValue()));
    }
    return isOdd() ? tree("{'a': [{'b': 1}], 'c': [null]}") : flags;
  }

  JsonNode template() {
    return tree(from(TEMPLATES));
  }

  JsonNode document() {
    return tree(from(DOCUMENTS));
  }

  JsonNode ofKubernetes(String type) {
    return tree(from(Optional.ofNullable(KUBERNETES.get(type))
        .orElseThrow(() -> new IllegalStateException("nothing is known of " + type))));
  }

  private String from(Pool pool) {
    return random.one(isOdd() && !pool.odd().isEmpty() ? pool.odd() : pool.usual());
  }

  boolean isOdd() {
    return wild && random.chance(4);
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
