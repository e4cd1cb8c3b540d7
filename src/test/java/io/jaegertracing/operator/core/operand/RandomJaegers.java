package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.api.json.FreeForm;
import io.jaegertracing.operator.api.json.Options;
import io.jaegertracing.operator.support.Seeded;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Map;

/** Jaegers with anything that the types of the resource have room for: a new field is used without being named here. */
record RandomJaegers(Seeded random, String name, boolean wild, RandomValues values) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String API = JaegerSpec.class.getPackageName();

  static RandomJaegers of(Seeded random) {
    var wild = random.chance(40);
    var name = wild && random.chance(5)
        ? random.word("UPPER", "-", "a_b", "a..b", "\ud83e\udd84", "x".repeat(254), "")
        : name(random);
    return new RandomJaegers(random, name, wild, new RandomValues(random, wild));
  }

  /** Mostly short, up to two hundred characters, sometimes with dots. */
  private static String name(Seeded random) {
    var length = random.chance(70) ? 1 + random.below(20) : 1 + random.below(200);
    var name = new StringBuilder();
    while (name.length() < length) {
      var inside = name.length() > 0 && name.length() < length - 1;
      var afterLetter = inside && Character.isLetterOrDigit(name.charAt(name.length() - 1));
      var room = length - name.length() > 2;
      name.append(
          afterLetter && room && random.chance(15)
              ? random.word("-", "-", "--a", ".")
              : random.word("a", "b", "z", "0", "9"));
    }
    var cut = name.substring(0, length);
    return cut.endsWith("-") || cut.endsWith(".") ? cut.substring(0, length - 1) + "e" : cut;
  }

  ObjectNode next() {
    var jaeger = JSON.objectNode().put("apiVersion", "jaegertracing.io/v1").put("kind", "Jaeger");
    var metadata = jaeger.putObject("metadata").put("name", name);
    metadata.put("namespace", random.word("tracing", "n", "n".repeat(63)));
    if (random.chance(5)) {
      metadata.putObject("annotations").put(Wellknown.KAFKA_PROVISIONED, "true");
    }
    jaeger.set("spec", object(JaegerSpec.class, 35));
    return jaeger;
  }

  private ObjectNode object(Class<?> type, int percent) {
    var object = JSON.objectNode();
    for (var field : type.getFields()) {
      if (random.chance(percent)) {
        var renamed = field.getAnnotation(JsonProperty.class);
        object.set(renamed == null ? field.getName() : renamed.value(), value(type, field));
      }
    }
    return new RandomMounts(random, name, values).into(object);
  }

  private JsonNode value(Class<?> owner, Field field) {
    if (Map.class.isAssignableFrom(field.getType())) {
      return values.map();
    }
    if (!Iterable.class.isAssignableFrom(field.getType())) {
      return value(owner, field.getName(), field.getType());
    }
    var item = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    var list = JSON.arrayNode();
    for (var items = random.below(3); items > 0; items--) {
      list.add(value(owner, field.getName(), item));
    }
    if (values.isOdd()) {
      list.addNull();
    }
    return list;
  }

  private JsonNode value(Class<?> owner, String field, Class<?> type) {
    if (type == String.class) {
      return values.text(owner.getSimpleName(), field);
    }
    if (type == Boolean.class) {
      return values.truth();
    }
    if (Number.class.isAssignableFrom(type)) {
      return values.number();
    }
    if (type == Options.class) {
      return values.flags();
    }
    if (type == FreeForm.class) {
      return field.equals("podTemplate") ? values.template() : values.document();
    }
    if (type.getPackageName().startsWith(API)) {
      return object(type, 35);
    }
    return RandomMounts.isDrawnTogether(type)
        ? JSON.objectNode()
        : values.ofKubernetes(type.getSimpleName());
  }
}
