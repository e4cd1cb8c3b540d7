package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.api.json.FreeForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every list and every object that a Jaeger has room for, at every level, each with nothing in it; types of Kubernetes are gone into once. */
final class Places {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Between them everything runs that a Jaeger has words for. */
  static final List<ObjectNode> BASES = Stream.of(
          "{}",
          "{'agent': {'strategy': 'DaemonSet'}, 'storage': {'type': 'cassandra'},"
              + " 'serviceMonitor': {'enabled': true}}",
          "{'strategy': 'production', 'storage': {'type': 'elasticsearch'}}",
          "{'strategy': 'streaming', 'storage': {'type': 'elasticsearch', 'dependencies': {'enabled': true},"
              + " 'options': {'es.server-urls': 'u', 'es.use-aliases': true}}}")
      .map(text -> (ObjectNode) RandomValues.tree(text))
      .toList();

  /** Where it is, and a spec in which that place is empty and what surrounds it has a name. */
  record Place(String path, ObjectNode spec) {
    ObjectNode over(ObjectNode base) {
      return Places.over(base, spec);
    }

    @Override
    public String toString() {
      return path;
    }
  }

  private final List<Place> found = new ArrayList<>();
  private final Set<Class<?>> seen = new HashSet<>();

  private Places() {}

  static Stream<Place> empty() {
    var places = new Places();
    places.fields(JSON.constructType(JaegerSpec.class), "spec", spec -> spec);
    return places.found.stream();
  }

  /** Around is what makes a whole spec of an object at this path. */
  private void fields(JavaType type, String path, UnaryOperator<JsonNode> around) {
    var known = properties(type).map(BeanPropertyDefinition::getName).toList();
    properties(type).forEach(field -> {
      var name = field.getName();
      UnaryOperator<JsonNode> outer = value -> around.apply(named(known, name, value));
      if (field.getPrimaryType().hasRawClass(FreeForm.class)) {
        if (name.equals("podTemplate")) {
          value(JSON.constructType(PodTemplateSpec.class), path + "." + name, outer);
        }
      } else {
        value(field.getPrimaryType(), path + "." + name, outer);
      }
    });
  }

  private void value(JavaType type, String path, UnaryOperator<JsonNode> around) {
    if (type.isCollectionLikeType()) {
      add(path + "[null]", around.apply(NODES.arrayNode().addNull()));
      value(
          type.getContentType(),
          path + "[]",
          item -> around.apply(NODES.arrayNode().add(item)));
    } else if (type.isMapLikeType()) {
      add(path + "{null}", around.apply(NODES.objectNode().putNull("key")));
      value(
          type.getContentType(),
          path + "{}",
          entry -> around.apply(NODES.objectNode().set("key", entry)));
    } else if (isObject(type.getRawClass())) {
      add(path, around.apply(NODES.objectNode()));
      if (isOurs(type) || seen.add(type.getRawClass())) {
        fields(type, path, around);
      }
    }
  }

  private void add(String path, JsonNode spec) {
    found.add(new Place(path, (ObjectNode) spec));
  }

  private static ObjectNode named(List<String> known, String name, JsonNode value) {
    var object = NODES.objectNode();
    Stream.of("name", "mountPath", "key")
        .filter(known::contains)
        .forEach(field -> object.put(field, "/x"));
    object.set(name, value);
    return object;
  }

  private static ObjectNode over(ObjectNode base, ObjectNode above) {
    var joined = base.deepCopy();
    above.properties().forEach(field -> {
      var below = joined.get(field.getKey());
      joined.set(
          field.getKey(),
          below instanceof ObjectNode lower && field.getValue() instanceof ObjectNode upper
              ? over(lower, upper)
              : field.getValue());
    });
    return joined;
  }

  private static boolean isObject(Class<?> type) {
    return type != IntOrString.class
        && type != Quantity.class
        && (Extensible.class.isAssignableFrom(type)
            || KubernetesResource.class.isAssignableFrom(type));
  }

  private static boolean isOurs(JavaType type) {
    return Extensible.class.isAssignableFrom(type.getRawClass());
  }

  private static Stream<BeanPropertyDefinition> properties(JavaType type) {
    return JSON.getDeserializationConfig().introspect(type).findProperties().stream()
        .filter(BeanPropertyDefinition::couldDeserialize);
  }
}
