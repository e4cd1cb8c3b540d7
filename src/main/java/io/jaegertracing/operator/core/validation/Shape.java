package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.json.FreeForm;
import io.jaegertracing.operator.api.json.Options;
import io.jaegertracing.operator.core.Nearest;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what was written with the types that it shall become, and keeps what fits. */
final class Shape {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  /** Nobody reads more, and each costs a search for the name that was meant. */
  private static final int MOST = 64;

  private static final int LONGEST_NAME = 64;

  private final List<Problem> refusals = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /** What of a spec can be read, and what is wrong with the rest. */
  record Sound(JsonNode spec, List<Problem> refusals, List<Problem> warnings) {}

  static Sound of(JsonNode spec) {
    var shape = new Shape();
    var sound = spec.isMissingNode() || spec.isNull()
        ? Optional.<JsonNode>empty()
        : shape.read(spec, Fields.type(JaegerSpec.class), "spec");
    return new Sound(
        sound.orElseGet(JSON::objectNode),
        List.copyOf(shape.refusals),
        List.copyOf(shape.warnings));
  }

  private Optional<JsonNode> read(JsonNode value, JavaType type, String path) {
    var scalar = Scalar.of(type);
    if (scalar.isPresent()) {
      return scalar.get().fits(value)
          ? Optional.of(value)
          : refused(scalar.get().rule(), value, path, scalar.get().words());
    }
    if (type.isCollectionLikeType()) {
      return value.isArray() ? list(value, type, path) : mistyped(value, path, "a list");
    }
    if (type.hasRawClass(FreeForm.class)) {
      return value.isContainerNode()
          ? Optional.of(value)
          : mistyped(value, path, "a map or a list");
    }
    if (isAnything(type)) {
      return Optional.of(value);
    }
    if (!value.isObject()) {
      return mistyped(value, path, "a map");
    }
    if (type.hasRawClass(Options.class)) {
      return Optional.of(value);
    }
    return type.isMapLikeType() ? map(value, type, path) : fields(value, type, path);
  }

  private static boolean isAnything(JavaType type) {
    return type.isJavaLangObject() || type.isTypeOrSubTypeOf(JsonNode.class);
  }

  private Optional<JsonNode> list(JsonNode items, JavaType type, String path) {
    var kept = JSON.arrayNode();
    for (var i = 0; i < items.size(); i++) {
      read(items.get(i), type.getContentType(), path + "[" + i + "]").ifPresent(kept::add);
    }
    return Optional.of(kept);
  }

  private Optional<JsonNode> map(JsonNode entries, JavaType type, String path) {
    var kept = JSON.objectNode();
    var mayBeNull = type.getContentType().hasRawClass(String.class);
    entries.properties().stream()
        .filter(entry -> !(mayBeNull && entry.getValue().isNull()))
        .forEach(entry -> read(entry.getValue(), type.getContentType(), path + "." + entry.getKey())
            .ifPresent(value -> kept.set(entry.getKey(), value)));
    return Optional.of(kept);
  }

  private Optional<JsonNode> fields(JsonNode written, JavaType type, String path) {
    var known = Fields.of(type);
    var kept = JSON.objectNode();
    for (var entry : written.properties()) {
      var name = entry.getKey();
      var value = entry.getValue();
      if (!known.containsKey(name)) {
        unknown(name, type, path);
      } else if (value.isNull()) {
        kept.set(name, value);
      } else {
        read(value, known.get(name), path + "." + name).ifPresent(fit -> kept.set(name, fit));
      }
    }
    return Optional.of(kept);
  }

  private void unknown(String name, JavaType type, String path) {
    var problems = Fields.isOurs(type) ? warnings : refusals;
    if (problems.size() < MOST) {
      problems.add(new Problem(
          Rule.UNKNOWN_FIELD,
          path + "." + name,
          "\"" + name + "\"",
          remedy(name, Fields.of(type).keySet())));
    }
  }

  private static String remedy(String name, Set<String> known) {
    var meant = name.length() > LONGEST_NAME ? Optional.<String>empty() : Nearest.to(name, known);
    return meant
        .map(nearest -> "did you mean " + nearest + "?")
        .orElse("remove it, or see \"kubectl explain\" for the fields that exist");
  }

  private Optional<JsonNode> mistyped(JsonNode value, String path, String wanted) {
    return refused(Rule.MISTYPED_FIELD, value, path, wanted);
  }

  private Optional<JsonNode> refused(Rule rule, JsonNode value, String path, String wanted) {
    add(refusals, new Problem(rule, path, value.toString(), "write " + wanted));
    return Optional.empty();
  }

  private static void add(List<Problem> problems, Problem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    }
  }
}
