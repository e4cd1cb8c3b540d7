package io.jaegertracing.operator.core.plan.embedded;

import com.fasterxml.jackson.databind.JavaType;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the API server would refuse in any object, whatever it is used for: empty entries of lists, objects that lack what they need.
 *
 * @param idle fields of which nothing is made
 */
public record EmbeddedCheck(Findings findings, Set<String> idle) {
  public void check(JaegerSpec spec) {
    object(spec, "spec");
  }

  /** What a Jaeger becomes. */
  public void check(PodTemplateSpec template, String path) {
    object(template, path);
  }

  private void object(Object object, String path) {
    var fields = Property.of(object);
    var values = fields.stream().collect(Collectors.toMap(Property::name, Property::value));
    new ObjectCheck(object.getClass().getSimpleName(), values, path, findings).check();
    fields.stream()
        .filter(field -> !idle.contains(path + "." + field.name()))
        .forEach(field -> value(field.value(), field.type(), path + "." + field.name()));
  }

  private void value(Object value, JavaType type, String path) {
    if (value instanceof List<?> items) {
      for (var i = 0; i < items.size(); i++) {
        entry(items.get(i), type.getContentType(), path + "[" + i + "]");
      }
    } else if (value instanceof Map<?, ?> entries) {
      // A text of null is an empty one, as in Go.
      if (!type.getContentType().hasRawClass(String.class)) {
        entries.forEach((key, entry) -> entry(entry, type.getContentType(), path + "." + key));
      }
    } else if (value instanceof Quantity quantity) {
      new Words(findings).quantity(path, quantity);
    } else if (Property.isObject(value.getClass())) {
      object(value, path);
    }
  }

  private void entry(@Nullable Object value, JavaType type, String path) {
    if (value == null) {
      findings.refuse(Rule.MISTYPED_FIELD, path, "null", "remove it, or write what is meant");
    } else {
      value(value, type, path);
    }
  }
}
