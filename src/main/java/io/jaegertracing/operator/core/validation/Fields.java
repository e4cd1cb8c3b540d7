package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.jaegertracing.operator.api.json.Extensible;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which fields a type has, and of which types these are. */
final class Fields {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ClassValue<SortedMap<String, JavaType>> KNOWN = new ClassValue<>() {
    @Override
    protected SortedMap<String, JavaType> computeValue(Class<?> type) {
      return read(type);
    }
  };

  private Fields() {}

  static JavaType type(Class<?> type) {
    return JSON.constructType(type);
  }

  static SortedMap<String, JavaType> of(JavaType type) {
    return KNOWN.get(type.getRawClass());
  }

  /** Types of ours may grow a field that this version does not know; those of Kubernetes would lose it without a word. */
  static boolean isOurs(JavaType type) {
    return Extensible.class.isAssignableFrom(type.getRawClass());
  }

  private static SortedMap<String, JavaType> read(Class<?> type) {
    var fields = new TreeMap<String, JavaType>();
    JSON.getDeserializationConfig().introspect(type(type)).findProperties().stream()
        .filter(BeanPropertyDefinition::couldDeserialize)
        .forEach(field -> fields.put(field.getName(), field.getPrimaryType()));
    return fields;
  }
}
