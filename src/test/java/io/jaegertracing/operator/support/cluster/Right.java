package io.jaegertracing.operator.support.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * To do one thing with the objects of one kind, as rules grant it and requests use it.
 *
 * @param resource with its subresource, if any: {@code jaegers/status}
 * @param name of the only object; empty for all of them
 */
record Right(String group, String resource, String verb, String name) {
  private static final int CREATED = 201;

  static Stream<Right> granted(PolicyRule rule) {
    var names = rule.getResourceNames().isEmpty() ? List.of("") : rule.getResourceNames();
    return rule.getApiGroups().stream()
        .flatMap(group -> rule.getResources().stream()
            .flatMap(resource -> rule.getVerbs().stream()
                .flatMap(
                    verb -> names.stream().map(name -> new Right(group, resource, verb, name)))));
  }

  /** Whoever applies what is not there yet creates it, too, and is asked for both rights. */
  static Stream<Right> used(JsonNode event) {
    var object = event.path("objectRef");
    var subresource = object.path("subresource").asText();
    var right = new Right(
        object.path("apiGroup").asText(),
        object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
        event.path("verb").asText(),
        object.path("name").asText());
    return right.verb().equals("patch") && event.at("/responseStatus/code").asInt() == CREATED
        ? Stream.of(right, right.to("create"))
        : Stream.of(right);
  }

  /** Of those that rules grant. */
  boolean covers(Right used) {
    return (name.isEmpty() || name.equals(used.name())) && toAny().equals(used.toAny());
  }

  Right toAny() {
    return new Right(group, resource, verb, "");
  }

  private Right to(String otherVerb) {
    return new Right(group, resource, otherVerb, name);
  }
}
