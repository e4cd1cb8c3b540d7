package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.api.json.FreeForm;
import io.jaegertracing.operator.api.json.Options;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the generator leaves to be said about the schema, decided by the Java type of each field. */
final class JaegerSchema {
  /** As the Go operator's CRD has it. */
  private static final String QUANTITY =
      "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

  /** The one closed list of the Go operator's CRD. */
  private static final Map<String, List<String>> ENUMS = Map.of(
      "redundancyPolicy",
      List.of("FullRedundancy", "MultipleRedundancy", "SingleRedundancy", "ZeroRedundancy"));

  private static final Set<Class<?>> SCALARS = Set.of(Quantity.class, IntOrString.class);

  private JaegerSchema() {}

  static void finish(JSONSchemaProps root) {
    root.setDescription(describe(Jaeger.class));
    finish(root.getProperties().get("spec"), JaegerSpec.class);
    finish(root.getProperties().get("status"), JaegerStatus.class);
  }

  static Stream<Field> fields(Class<?> type) {
    return type == Extensible.class
        ? Stream.empty()
        : Stream.concat(
            fields(type.getSuperclass()),
            Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers())));
  }

  static String name(Field field) {
    var renamed = field.getAnnotation(JsonProperty.class);
    return renamed == null ? field.getName() : renamed.value();
  }

  /** Embedded Kubernetes types and free-form values: the API server checks nothing inside. */
  static boolean isOpen(Class<?> type) {
    return type == Options.class
        || type == FreeForm.class
        || (!SCALARS.contains(type) && KubernetesResource.class.isAssignableFrom(type));
  }

  private static JSONSchemaProps finish(JSONSchemaProps schema, Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      schema.setXKubernetesListType("atomic");
      var item = schema.getItems().getSchema();
      schema.getItems().setSchema(finish(item, generic.getActualTypeArguments()[0]));
      return schema;
    }
    return type instanceof Class<?> plain ? finish(schema, plain) : schema;
  }

  private static JSONSchemaProps finish(JSONSchemaProps schema, Class<?> type) {
    if (isOpen(type)) {
      return open(schema);
    }
    if (type == Integer.class) {
      bound(schema);
    }
    if (type == Long.class) {
      schema.setFormat("int64");
    }
    if (type == Quantity.class) {
      schema.setPattern(QUANTITY);
    }
    if (Extensible.class.isAssignableFrom(type)) {
      schema.setDescription(
          Optional.ofNullable(schema.getDescription()).orElseGet(() -> describe(type)));
      schema.setProperties(finished(schema.getProperties(), type));
    }
    return schema;
  }

  private static Map<String, JSONSchemaProps> finished(
      Map<String, JSONSchemaProps> properties, Class<?> type) {
    var finished = new TreeMap<String, JSONSchemaProps>();
    fields(type)
        .forEach(field ->
            finished.put(name(field), finish(properties.get(name(field)), field.getGenericType())));
    ENUMS.forEach(
        (name, values) -> finished.computeIfPresent(name, (key, schema) -> closed(schema, values)));
    return finished;
  }

  private static JSONSchemaProps closed(JSONSchemaProps schema, List<String> values) {
    schema.setEnum(values.stream().<JsonNode>map(TextNode::valueOf).toList());
    return schema;
  }

  /** The API server does not enforce the format, and a number beyond it could be stored but not read. */
  private static void bound(JSONSchemaProps schema) {
    schema.setFormat("int32");
    schema.setMinimum((double) Integer.MIN_VALUE);
    schema.setMaximum((double) Integer.MAX_VALUE);
  }

  private static JSONSchemaProps open(JSONSchemaProps schema) {
    return new JSONSchemaPropsBuilder()
        .withType("object")
        .withDescription(schema.getDescription())
        .withNullable(schema.getNullable())
        .withXKubernetesPreserveUnknownFields(true)
        .build();
  }

  private static String describe(Class<?> type) {
    return type.getAnnotation(JsonClassDescription.class).value();
  }
}
