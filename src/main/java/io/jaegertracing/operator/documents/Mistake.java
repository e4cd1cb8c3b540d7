package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.jaegertracing.operator.api.json.FreeForm;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A field that is not what it has to be. Jackson speaks of Java; a user of YAML knows numbers, maps and lists. */
record Mistake(JsonMappingException mismatch, JsonNode tree) {

  Problem problem() {
    var found = found();
    return isQuantity()
        ? problem(Rule.BAD_QUANTITY, found, "a quantity such as 500m or 16Gi")
        : problem(Rule.MISTYPED_FIELD, found, expected(found));
  }

  /** Takes the value out of the tree, so that the rest can be read; whether it was there. */
  boolean remove() {
    var steps = steps();
    if (steps.isEmpty()) {
      return false;
    }
    var last = steps.get(steps.size() - 1);
    var parent = at(steps.subList(0, steps.size() - 1));
    if (parent instanceof ObjectNode map) {
      return map.remove(last.getFieldName()) != null;
    }
    if (parent instanceof ArrayNode list && list.has(last.getIndex())) {
      list.setNull(last.getIndex());
      return true;
    }
    return false;
  }

  private Problem problem(Rule rule, JsonNode found, String wanted) {
    return new Problem(
        rule, path(), found.isMissingNode() ? "this" : found.toString(), "write " + wanted);
  }

  private String expected(JsonNode found) {
    var type = type();
    if (type.isEmpty()) {
      return "a whole number that is not so large";
    }
    return words(type.get(), found);
  }

  private String words(Class<?> type, JsonNode found) {
    if (type == String.class) {
      return found.isValueNode() ? "it as text, in quotes" : "text";
    }
    if (type == FreeForm.class) {
      return "a map or a list";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (type == IntOrString.class) {
      return "a whole number or text";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type == LocalObjectReference.class && found.isTextual() ? named(found) : "a map";
  }

  private String named(JsonNode found) {
    return (last().getFieldName() == null ? "- name: " : "name: ") + found.asText();
  }

  private Optional<Class<?>> type() {
    if (mismatch instanceof MismatchedInputException input) {
      return Optional.ofNullable(input.getTargetType());
    }
    return mismatch instanceof ValueInstantiationException made
        ? Optional.of(made.getType().getRawClass())
        : Optional.empty();
  }

  /** Nothing else checks its text while it is read. */
  private boolean isQuantity() {
    return type().isEmpty() && !(mismatch.getCause() instanceof InputCoercionException);
  }

  private JsonNode found() {
    return at(steps());
  }

  private JsonNode at(List<Reference> steps) {
    var value = tree;
    for (var step : steps) {
      value = step.getFieldName() == null
          ? value.path(step.getIndex())
          : value.path(step.getFieldName());
    }
    return value;
  }

  private String path() {
    var path = new StringBuilder();
    for (var step : steps()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private Reference last() {
    return steps().get(steps().size() - 1);
  }

  private List<Reference> steps() {
    return mismatch.getPath();
  }
}
