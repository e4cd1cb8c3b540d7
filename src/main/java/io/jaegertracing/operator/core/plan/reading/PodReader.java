package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.component.CommonSpec;
import io.jaegertracing.operator.api.component.PodFields;
import io.jaegertracing.operator.api.component.ProgramSpec;
import io.jaegertracing.operator.api.json.FreeForm;
import io.jaegertracing.operator.api.storage.CassandraCreateSchema;
import io.jaegertracing.operator.api.storage.Storage;
import io.jaegertracing.operator.core.plan.Common.Pod;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.template.TemplateProblem;
import io.jaegertracing.operator.core.template.TemplateProblem.Containers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is said of Pods beyond the fields that everything shares. */
record PodReader(Findings findings) {
  private static final String PLUGIN = "install-plugin";
  private static final String LOGIN = "oauth-proxy";

  static Pod read(CommonSpec spec) {
    if (!(spec instanceof PodFields given)) {
      return Pod.NOTHING;
    }
    var program = given instanceof ProgramSpec some ? some : new ProgramSpec();
    return new Pod(
        CommonReader.named(given.env, EnvVar::getName),
        CommonReader.list(given.envFrom),
        CommonReader.list(given.topologySpreadConstraints),
        selector(given.nodeSelector),
        CommonReader.text(given.priorityClassName),
        Optional.ofNullable(program.readinessProbe),
        Optional.ofNullable(program.startupProbe),
        template(given.podTemplate).stream().toList());
  }

  static Pod read(CassandraCreateSchema given) {
    return new Pod(
        CommonReader.named(given.env, EnvVar::getName),
        CommonReader.list(given.envFrom),
        List.of(),
        selector(given.nodeSelector),
        CommonReader.text(given.priorityClassName),
        Optional.empty(),
        Optional.empty(),
        template(given.podTemplate).stream().toList());
  }

  private static Optional<JsonNode> template(@Nullable FreeForm given) {
    return Optional.ofNullable(given).map(FreeForm::tree).filter(tree -> !tree.isNull());
  }

  /** Every template against the containers that its Pods have. */
  void check(JaegerSpec spec) {
    check("spec", spec, name -> false);
    check("spec.allInOne", spec.allInOne, Set.of("jaeger", PLUGIN, LOGIN)::contains);
    check("spec.collector", spec.collector, Set.of("jaeger-collector", PLUGIN)::contains);
    check(
        "spec.query", spec.query, Set.of("jaeger-query", "jaeger-agent", PLUGIN, LOGIN)::contains);
    check("spec.ingester", spec.ingester, Set.of("jaeger-ingester", PLUGIN)::contains);
    check("spec.agent", spec.agent, "jaeger-agent-daemonset"::equals);
    if (spec.storage != null) {
      jobs(spec.storage);
    }
  }

  /** The container of a job is named after the Jaeger. */
  private void jobs(Storage storage) {
    check("spec.storage.dependencies", storage.dependencies, name -> true);
    check("spec.storage.esIndexCleaner", storage.esIndexCleaner, name -> true);
    check("spec.storage.esRollover", storage.esRollover, name -> true);
    var schema = storage.cassandraCreateSchema;
    check(
        "spec.storage.cassandraCreateSchema",
        template(schema == null ? null : schema.podTemplate),
        name -> true);
  }

  private void check(String field, @Nullable PodFields given, Containers ours) {
    check(field, template(given == null ? null : given.podTemplate), ours);
  }

  private void check(String field, Optional<JsonNode> template, Containers ours) {
    template.ifPresent(tree -> check(field + ".podTemplate", tree, ours));
  }

  private void check(String field, JsonNode template, Containers ours) {
    TemplateProblem.of(template, ours)
        .forEach(problem -> findings.refuse(
            problem.rule(), field + problem.place(), problem.found(), problem.remedy()));
  }

  private static SortedMap<String, String> selector(@Nullable Map<String, String> given) {
    var selector = new TreeMap<String, String>();
    if (given != null) {
      given.forEach(
          (key, value) -> Optional.ofNullable(value).ifPresent(some -> selector.put(key, some)));
    }
    return selector;
  }
}
