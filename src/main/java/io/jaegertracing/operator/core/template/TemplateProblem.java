package io.jaegertracing.operator.core.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a user's Pod template cannot be laid over ours: the place in it, what stands there, and what would do. */
public record TemplateProblem(Rule rule, String place, String found, String remedy) {
  /** A text is no number, and a number no text. */
  private static final ObjectMapper JSON = JsonMapper.builder()
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .withCoercionConfig(
          LogicalType.Textual,
          texts -> texts
              .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
              .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
              .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
      .build();

  private static final Set<String> PARTS = Set.of("metadata", "spec");

  TemplateProblem(String place, String found, String remedy) {
    this(Rule.BAD_TEMPLATE, place, found, remedy);
  }

  /** Whose container a template may change without saying which image it runs. */
  public interface Containers {
    boolean has(String name);
  }

  public static List<TemplateProblem> of(JsonNode template, Containers ours) {
    return template.isObject()
        ? Stream.of(
                parts(template),
                Places.of(template).flatMap(TemplateProblem::item),
                type(template),
                containers(template, "containers", ours),
                containers(template, "initContainers", ours),
                volumes(template),
                ephemeral(template).stream())
            .flatMap(some -> some)
            .toList()
        : List.of(new TemplateProblem("", "a list", "write a map with metadata and spec"));
  }

  private static Stream<TemplateProblem> parts(JsonNode template) {
    return template.properties().stream()
        .filter(part -> !PARTS.contains(part.getKey()) || !part.getValue().isObject())
        .map(part -> new TemplateProblem(
            "." + part.getKey(),
            shown(part.getValue()),
            "a template has the maps metadata and spec, and nothing beside them"));
  }

  private static Stream<TemplateProblem> item(Places.Place place) {
    if (place.isEntry() && place.tree().isNull()) {
      return Stream.of(
          new TemplateProblem(place.path(), "null", "remove it, or write what is meant"));
    }
    return place.name().startsWith("$")
        ? Stream.of(new TemplateProblem(
            place.path(),
            "an instruction of kubectl patch",
            "templates are merged without such; write null for what shall be removed"))
        : Stream.empty();
  }

  private static Stream<TemplateProblem> type(JsonNode template) {
    try {
      JSON.treeToValue(JsonMerge.withoutNulls(template), PodTemplateSpec.class);
      return UnknownFields.of(template).filter(problem -> !isNamedAlready(problem));
    } catch (JsonMappingException mismatch) {
      var path = mismatch.getPath().stream()
          .map(step ->
              step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
          .collect(Collectors.joining());
      return Stream.of(new TemplateProblem(
          path,
          "what stands there",
          "\"kubectl explain pod" + path.replaceAll("\\[\\d+]", "") + "\" says what is expected"));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What stands beside its parts, and instructions, have reasons of their own. */
  private static boolean isNamedAlready(TemplateProblem unknown) {
    var name = unknown.place().substring(unknown.place().lastIndexOf('.') + 1);
    return unknown.place().equals("." + name) || name.startsWith("$");
  }

  private static Stream<TemplateProblem> containers(
      JsonNode template, String list, Containers ours) {
    var containers = template.path("spec").path(list);
    var place = ".spec." + list;
    if (containers.isNull()) {
      return Stream.of(new TemplateProblem(place, "null", "name the containers to change"));
    }
    return containers.valueStream().flatMap(container -> container(place, container, ours));
  }

  /** A list with one that has no name would replace ours. */
  private static Stream<TemplateProblem> volumes(JsonNode template) {
    return template
        .path("spec")
        .path("volumes")
        .valueStream()
        .filter(volume -> !volume.isNull() && !volume.path("name").isTextual())
        .map(volume ->
            new TemplateProblem(".spec.volumes", shown(volume), "every volume in it needs a name"));
  }

  private static Optional<TemplateProblem> ephemeral(JsonNode template) {
    return Optional.of(template.path("spec").path("ephemeralContainers"))
        .filter(containers -> !containers.isEmpty())
        .map(containers -> new TemplateProblem(
            ".spec.ephemeralContainers",
            shown(containers),
            "a template has none; write containers instead"));
  }

  private static Stream<TemplateProblem> container(
      String place, JsonNode container, Containers ours) {
    var name = container.path("name");
    if (!name.isTextual()) {
      return Stream.of(
          new TemplateProblem(place, shown(container), "every container in it needs a name"));
    }
    return !container.path("image").asText().isEmpty() || ours.has(name.asText())
        ? Stream.empty()
        : Stream.of(new TemplateProblem(
            place,
            shown(name),
            "there is no such container here to change, and a further one needs an image"));
  }

  private static String shown(JsonNode tree) {
    return tree.isContainerNode() ? "what stands there" : tree.toString();
  }
}
