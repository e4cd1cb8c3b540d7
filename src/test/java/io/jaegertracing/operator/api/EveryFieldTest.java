package io.jaegertracing.operator.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.support.Generated;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class EveryFieldTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Each field matters in one of them at least. */
  private static final Map<String, JsonNode> BASES = trees(Map.ofEntries(
      entry("all in one", "{}"),
      entry("agents", "{agent: {strategy: DaemonSet}}"),
      entry("monitored", "{serviceMonitor: {enabled: true}}"),
      entry("exposed", "{ingress: {hosts: [a.example]}}"),
      entry("plugin", "{storage: {type: grpc-plugin}}"),
      entry("prometheus", "{allInOne: {metricsStorage: {type: prometheus}}}"),
      entry(
          "cassandra",
          "{strategy: production, storage: {type: cassandra}, query: {serviceType: NodePort}}"),
      entry("provisioned", """
          {strategy: production, storage: {type: elasticsearch},
            query: {metricsStorage: {type: prometheus}}}"""),
      entry("elasticsearch", """
          {strategy: production, storage: {type: elasticsearch, dependencies: {enabled: true},
            options: {es: {server-urls: u, use-aliases: true}}}}"""),
      entry("streaming", """
          {strategy: streaming, storage: {type: elasticsearch, options: {es: {server-urls: u}}},
            collector: {options: {kafka: {producer: {brokers: b}}}},
            ingester: {options: {kafka: {consumer: {brokers: b}}}}}""")));

  /** By field or by the end of its name, where the sample of every field says what holds anyway or what does not stand alone. */
  private static final Map<String, JsonNode> SAMPLES = trees(Map.ofEntries(
      entry("volumes", "[{name: other, emptyDir: {}}]"),
      entry("volumeMounts", "[{name: data, mountPath: /data}]"),
      entry("autoscale", "false"),
      entry("/collector/serviceType", "LoadBalancer"),
      entry("/storage/cassandraCreateSchema/enabled", "false"),
      entry("/storage/cassandraCreateSchema/traceTTL", "24h"),
      entry("/storage/esIndexCleaner/enabled", "false"),
      entry("/storage/elasticsearch/nodeCount", "5"),
      entry("/ingress/enabled", "false"),
      entry("/ingress/security", "none"),
      entry("/ingress/pathType", "Exact")));

  private static final Pattern FIELD = Pattern.compile("`spec([.A-Za-z]+)`");

  /** The page of differences says why. */
  private static final List<String> WITHOUT_EFFECT = List.of(
      "/allInOne/config",
      "/collector/config",
      "/ingester/config",
      "/agent/config",
      "/livenessProbe",
      "/storage/dependencies/livenessProbe",
      "/storage/esIndexCleaner/livenessProbe",
      "/storage/esRollover/livenessProbe",
      "/ingress/volumes",
      "/ingress/volumeMounts",
      "/ingress/affinity",
      "/ingress/tolerations",
      "/ingress/securityContext",
      "/ingress/containerSecurityContext",
      "/ingress/serviceAccount",
      "/ingress/livenessProbe",
      "/ingress/imagePullSecrets",
      "/ingress/imagePullPolicy");

  private static final List<Platform> PLATFORMS = List.of(
      Plans.of(Strategy.ALL_IN_ONE).build().platform(),
      Plans.of(Strategy.ALL_IN_ONE).onOpenShift().build().platform());

  private static final JsonNode SPEC = everyField();

  private final List<Base> bases = PLATFORMS.stream()
      .flatMap(platform -> BASES.values().stream().map(spec -> Base.of(spec, platform)))
      .toList();

  @Test
  void changesSomethingThatIsRendered() {
    assertThat(fields("", JaegerSpec.class)
            .filter(field -> bases.stream().noneMatch(base -> base.isChangedBy(field))))
        .containsExactlyInAnyOrderElementsOf(WITHOUT_EFFECT);
  }

  @Test
  void whatChangesNothingIsToldOfWithItsReason() throws IOException {
    var page = Files.readString(Generated.of("docs/differences.md").file());
    var section = page.substring(page.indexOf("\n## Fields without effect"));
    var named = FIELD
        .matcher(section.substring(0, section.indexOf("\n## ", 1)))
        .results()
        .map(field -> field.group(1).replace('.', '/'))
        .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(WITHOUT_EFFECT);
  }

  /** A Jaeger in which one field is set. */
  private record Base(ObjectNode spec, Platform platform, List<HasMetadata> objects) {
    static Base of(JsonNode spec, Platform platform) {
      var copy = spec.<ObjectNode>deepCopy();
      copy.set("volumes", tree("[{name: data, emptyDir: {}}]"));
      return new Base(copy, platform, rendered(copy, platform).orElseThrow());
    }

    /** What another field forbids changes nothing. */
    boolean isChangedBy(String field) {
      var pointer = JsonPointer.compile(field);
      var name = pointer.last().getMatchingProperty();
      var sample = SAMPLES.getOrDefault(name, SPEC.at(pointer));
      var changed = spec.deepCopy();
      changed.withObject(pointer.head()).set(name, SAMPLES.getOrDefault(field, sample));
      return rendered(changed, platform).filter(after -> !after.equals(objects)).isPresent();
    }

    private static Optional<List<HasMetadata>> rendered(JsonNode spec, Platform platform) {
      var manifest = JSON.createObjectNode();
      manifest.putObject("metadata").put("name", "simple").put("namespace", "tracing");
      manifest.set("spec", spec);
      var planned = Planner.plan(JSON.convertValue(manifest, Jaeger.class), platform);
      return planned instanceof Planned.Ready ready
          ? Optional.of(Operands.desired(ready.plan()))
          : Optional.empty();
    }
  }

  /** As JSON pointers; of a list the first entry. */
  private static Stream<String> fields(String path, Class<?> type) {
    return JaegerSchema.fields(type).flatMap(field -> {
      var place = path + "/" + JaegerSchema.name(field);
      var isList = field.getType() == List.class;
      var content = isList
          ? (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
          : field.getType();
      return Extensible.class.isAssignableFrom(content)
          ? fields(isList ? place + "/0" : place, content)
          : Stream.of(place);
    });
  }

  private static JsonNode everyField() {
    var file =
        Generated.of("src/test/resources/golden/api/every-field/in-jaeger.json").file();
    try {
      return JSON.readTree(Files.readString(file)).path("spec");
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static Map<String, JsonNode> trees(Map<String, String> yaml) {
    var trees = new TreeMap<String, JsonNode>();
    yaml.forEach((name, text) -> trees.put(name, tree(text)));
    return trees;
  }

  private static JsonNode tree(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }
}
