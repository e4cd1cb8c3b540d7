package io.jaegertracing.operator.core.plan.embedded;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.api.json.Extensible;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A field that is set, by the name under which users write it. */
record Property(String name, JavaType type, Object value) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Class<?>> SCALARS = List.of(IntOrString.class, Quantity.class);
  private static final ClassValue<SortedMap<String, AnnotatedMember>> MEMBERS = new ClassValue<>() {
    @Override
    protected SortedMap<String, AnnotatedMember> computeValue(Class<?> type) {
      return members(type);
    }
  };

  /** In the order of their names. */
  static List<Property> of(Object object) {
    return MEMBERS.get(object.getClass()).entrySet().stream()
        .flatMap(field -> Stream.ofNullable(field.getValue().getValue(object))
            .map(value -> new Property(field.getKey(), field.getValue().getType(), value)))
        .toList();
  }

  /** Whether it has fields: those of ours and those of Kubernetes. */
  static boolean isObject(Class<?> type) {
    return !SCALARS.contains(type)
        && (Extensible.class.isAssignableFrom(type)
            || KubernetesResource.class.isAssignableFrom(type));
  }

  private static SortedMap<String, AnnotatedMember> members(Class<?> type) {
    var members = new TreeMap<String, AnnotatedMember>();
    JSON.getSerializationConfig().introspect(JSON.constructType(type)).findProperties().stream()
        .filter(BeanPropertyDefinition::couldSerialize)
        .forEach(field -> members.put(field.getName(), field.getAccessor()));
    return members;
  }
}
