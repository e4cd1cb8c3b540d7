package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.JaegerStatus;
import io.jaegertracing.operator.core.options.OptionCatalogue;
import io.jaegertracing.operator.core.options.OptionCheck;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is checked of a Jaeger before it is stored: its shape, what the planner refuses, what it refers to. */
public record JaegerRules(
    Platform platform, Elasticsearches elasticsearches, OptionCatalogue options) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Fields that nobody knows. */
  public static List<Problem> misspelt(JsonNode written) {
    var shape = Shape.of(written.path("spec"));
    return Stream.concat(shape.refusals().stream(), shape.warnings().stream())
        .filter(problem -> problem.rule() == Rule.UNKNOWN_FIELD)
        .toList();
  }

  /** All problems at once; of a resource that is stored already, only those that are new are refused. */
  public Judgement judge(String namespace, Optional<JsonNode> old, JsonNode written) {
    var judgement = judge(namespace, written);
    return old.map(stored -> judgement.sparing(judge(namespace, stored))).orElse(judgement);
  }

  private Judgement judge(String namespace, JsonNode written) {
    var shape = Shape.of(written.path("spec"));
    var jaeger = jaeger(namespace, written, shape.spec());
    var refusals = new ArrayList<>(shape.refusals());
    var planned = Planner.plan(jaeger, platform);
    planned.fold(ready -> List.<Problem>of(), Planned.Refused::problems).stream()
        .filter(problem -> shape.refusals().stream().noneMatch(problem::followsFrom))
        .forEach(refusals::add);
    missingElasticsearch(jaeger, namespace).ifPresent(refusals::add);
    var warnings = new ArrayList<>(shape.warnings());
    warnings.addAll(Advice.on(jaeger));
    warnings.addAll(planned.fold(
        ready -> OptionCheck.of(ready.plan(), options), refused -> List.<Problem>of()));
    return new Judgement(
        refusals,
        warnings,
        planned.fold(Planned.Ready::notes, refused -> List.of()),
        planned.fold(ready -> Optional.of(ready.plan()), refused -> Optional.empty()));
  }

  private Optional<Problem> missingElasticsearch(Jaeger jaeger, String namespace) {
    return References.elasticsearch(jaeger.getSpec())
        .filter(name ->
            elasticsearches.exists(namespace, name).filter(exists -> !exists).isPresent())
        .map(name -> new Problem(
            Rule.MISSING_ELASTICSEARCH,
            "spec.storage.elasticsearch.name",
            "\"" + name + "\"",
            "create it in namespace " + namespace + ", or remove doNotProvision"));
  }

  private static Jaeger jaeger(String namespace, JsonNode written, JsonNode spec) {
    var metadata = written.path("metadata");
    var jaeger = new Jaeger();
    jaeger.setStatus(status(written.path("status")));
    jaeger.getMetadata().setName(metadata.path("name").textValue());
    jaeger.getMetadata().setNamespace(namespace);
    var annotations = new HashMap<String, String>();
    metadata.path("annotations").properties().stream()
        .filter(entry -> entry.getValue().isTextual())
        .forEach(entry -> annotations.put(entry.getKey(), entry.getValue().textValue()));
    jaeger.getMetadata().setAnnotations(annotations);
    try {
      jaeger.setSpec(JSON.treeToValue(spec, JaegerSpec.class));
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
    return jaeger;
  }

  /** The version for which the options were written decides how they are read. */
  private static JaegerStatus status(JsonNode stored) {
    var status = new JaegerStatus();
    status.version = stored.path("version").asText("");
    return status;
  }
}
