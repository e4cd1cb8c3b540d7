package io.jaegertracing.operator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jaegertracing.operator.api.SchemaTree.Place;
import io.jaegertracing.operator.api.json.Extensible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class CrdTest {
  /** The annotation in which kubectl apply keeps the whole object must be smaller. */
  private static final int ANNOTATION_LIMIT = 262_144;

  private static final Set<String> FREE = Set.of("options", "config", "podTemplate");
  private static final Set<String> EMBEDDED = Set.of(
      "volumes[]",
      "volumeMounts[]",
      "tolerations[]",
      "imagePullSecrets[]",
      "env[]",
      "envFrom[]",
      "topologySpreadConstraints[]",
      "affinity",
      "resources",
      "proxyResources",
      "securityContext",
      "containerSecurityContext",
      "sidecarSecurityContext",
      "livenessProbe",
      "readinessProbe",
      "startupProbe",
      "lifecycle");
  private static final Set<String> ROLLING = Set.of(
      "spec.allInOne.strategy",
      "spec.query.strategy",
      "spec.collector.strategy",
      "spec.ingester.strategy");

  private static final String TEXT = JaegerCrd.yaml();
  private static final JsonNode CRD = tree(TEXT);
  private static final SchemaTree SCHEMA =
      new SchemaTree(CRD.at("/spec/versions/0/schema/openAPIV3Schema"));

  @Test
  @Tag("generated")
  void theCommittedFileIsWhatTheTypesSay() {
    JaegerCrd.FILE.verify(TEXT);
  }

  @Test
  void everyRunGivesTheSameBytes() {
    assertThat(JaegerCrd.yaml()).isEqualTo(TEXT);
  }

  @Test
  void plainKubectlApplyHasRoomForIt() throws Exception {
    assertThat(TEXT.getBytes(UTF_8)).hasSizeLessThan(ANNOTATION_LIMIT);
    assertThat(new ObjectMapper().writeValueAsBytes(CRD)).hasSizeLessThan(ANNOTATION_LIMIT);
  }

  @Test
  void namesVersionAndColumnsAreThoseOfTheGoOperator() {
    assertThat(CRD.at("/metadata")).isEqualTo(tree("name: jaegers.jaegertracing.io"));
    assertThat(CRD.at("/spec/names"))
        .isEqualTo(tree("{kind: Jaeger, plural: jaegers, singular: jaeger}"));
    assertThat(CRD.at("/spec/scope").asText()).isEqualTo("Namespaced");
    assertThat(CRD.at("/spec/versions")).hasSize(1);
    var version = CRD.at("/spec/versions/0");
    assertThat(version.at("/name").asText()).isEqualTo("v1");
    assertThat(version.at("/served").asBoolean() && version.at("/storage").asBoolean())
        .isTrue();
    assertThat(version.at("/subresources")).isEqualTo(tree("status: {}"));
    assertThat(version.at("/additionalPrinterColumns").findValuesAsText("name"))
        .containsExactly("Status", "Version", "Strategy", "Storage", "Age");
    assertThat(version.at("/additionalPrinterColumns").findValuesAsText("jsonPath"))
        .containsExactly(
            ".status.phase",
            ".status.version",
            ".spec.strategy",
            ".spec.storage.type",
            ".metadata.creationTimestamp");
    assertThat(version.at("/additionalPrinterColumns").findValuesAsText("description"))
        .hasSize(4);
  }

  @Test
  void everyFieldOfOursIsDescribed() {
    assertThat(where(schema -> !schema.has("description")))
        .as("only list items that the API server does not look into need no description")
        .allMatch(path -> path.endsWith("[]") || path.endsWith("{}"));
  }

  @Test
  void unknownFieldsStayInFreeFormAndEmbeddedObjectsAlone() {
    assertThat(
            SCHEMA.places().filter(it -> it.schema().has("x-kubernetes-preserve-unknown-fields")))
        .hasSizeGreaterThan(90)
        .allMatch(it ->
            FREE.contains(it.name()) || EMBEDDED.contains(it.name()) || ROLLING.contains(it.path()))
        .allMatch(it ->
            it.schema().path("type").asText().equals("object") && !it.schema().has("properties"));
    assertThat(
            SCHEMA.places().filter(it -> FREE.contains(it.name()) || EMBEDDED.contains(it.name())))
        .allMatch(it -> it.schema().path("x-kubernetes-preserve-unknown-fields").asBoolean());
  }

  @Test
  void theSchemaIsStructuralWithoutDefaults() {
    assertThat(where(schema ->
            !schema.has("type") && !schema.path("x-kubernetes-int-or-string").asBoolean()))
        .isEmpty();
    assertThat(where(schema -> schema.has("properties") && schema.has("additionalProperties")))
        .isEmpty();
    assertThat(where(schema -> schema.has("default"))).isEmpty();
    assertThat(
            where(schema -> schema.path("type").asText().equals("array") && !schema.has("items")))
        .isEmpty();
  }

  @Test
  void onlyStatusDemandsFields() {
    assertThat(where(schema -> schema.has("required"))).containsExactly("status");
    assertThat(SCHEMA.at("status").path("required")).isEqualTo(tree("[phase, version]"));
  }

  @Test
  void listsAreAtomicAndNullIsTakenWhereTheGoOperatorTookIt() {
    assertThat(where(schema -> schema.path("type").asText().equals("array")
            && !schema.path("x-kubernetes-list-type").asText().equals("atomic")))
        .isEmpty();
    assertThat(SCHEMA.places().filter(it -> it.schema().path("nullable").asBoolean()))
        .extracting(Place::path)
        .contains(
            "spec.agent",
            "spec.annotations",
            "spec.resources",
            "spec.query.nodeSelector",
            "spec.collector.nodeSelector",
            "spec.ingester.nodeSelector",
            "spec.storage.esRollover.resources")
        .doesNotContain(
            "spec.storage.elasticsearch.resources", "spec.storage.elasticsearch.nodeSelector")
        .allMatch(path -> path.matches("spec\\.agent|.*\\.(annotations|resources|nodeSelector)"));
  }

  @Test
  void onlyTheRedundancyPolicyIsAClosedList() {
    assertThat(where(schema -> schema.has("enum")))
        .containsExactly("spec.storage.elasticsearch.redundancyPolicy");
  }

  @Test
  void whatTheGoOperatorMayHaveStoredIsNotRefusedByARule() {
    assertThat(where(schema -> schema.has("x-kubernetes-validations")))
        .as("the budgets are new: the Go operator cannot have stored one")
        .containsExactlyInAnyOrder(
            "spec.strategy",
            "spec.ingress.openshift.timeout",
            "spec.query.podDisruptionBudget",
            "spec.collector.podDisruptionBudget",
            "spec.ingester.podDisruptionBudget");
  }

  @Test
  void aNumberThatCannotBeReadCannotBeStored() {
    assertThat(SCHEMA.places().filter(it -> it.schema().path("format").asText().equals("int32")))
        .hasSizeGreaterThan(20)
        .allMatch(it -> it.schema().path("minimum").asLong() == Integer.MIN_VALUE
            && it.schema().path("maximum").asLong() == Integer.MAX_VALUE);
    assertThat(SCHEMA.places().filter(it -> it.schema().path("type").asText().equals("integer")))
        .allMatch(
            it -> Set.of("int32", "int64").contains(it.schema().path("format").asText()));
  }

  @Test
  void theSchemaHasTheFieldsOfTheTypesAndNoOther() {
    var declared =
        Stream.concat(declared("spec", JaegerSpec.class), declared("status", JaegerStatus.class));
    assertThat(Stream.concat(Stream.of("spec", "status"), declared))
        .containsExactlyInAnyOrderElementsOf(SCHEMA
            .places()
            .map(Place::path)
            .filter(path -> !path.isEmpty() && !path.endsWith("[]") && !path.endsWith("{}"))
            .toList());
  }

  private static Stream<String> declared(String path, Class<?> type) {
    return JaegerSchema.fields(type).flatMap(field -> {
      var place = path + "." + JaegerSchema.name(field);
      var inner = Extensible.class.isAssignableFrom(content(field))
          ? declared(isList(field) ? place + "[]" : place, content(field))
          : Stream.<String>empty();
      return Stream.concat(Stream.of(place), inner);
    });
  }

  private static boolean isList(Field field) {
    return field.getType() == List.class;
  }

  private static Class<?> content(Field field) {
    return isList(field)
        ? (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
        : field.getType();
  }

  private static Stream<String> where(Predicate<JsonNode> schema) {
    return SCHEMA.places().filter(it -> schema.test(it.schema())).map(Place::path);
  }

  private static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
