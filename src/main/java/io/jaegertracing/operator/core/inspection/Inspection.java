package io.jaegertracing.operator.core.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.checking.Parts;
import io.jaegertracing.operator.core.plan.embedded.EmbeddedCheck;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What users lay over Pods may be sound by itself and still make Pods that the API server refuses. */
public record Inspection(JaegerPlan plan, Findings findings) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHOLE = "spec";
  private static final String SCHEMA = "spec.storage.cassandraCreateSchema";
  private static final Map<String, String> PARTS = Map.of(
      "all-in-one",
      "spec.allInOne",
      "collector",
      "spec.collector",
      "query",
      "spec.query",
      "ingester",
      "spec.ingester",
      "agent",
      "spec.agent",
      "cronjob-cassandra-schema",
      SCHEMA,
      "spark-dependencies",
      "spec.storage.dependencies",
      "cronjob-es-index-cleaner",
      "spec.storage.esIndexCleaner");

  /** Other tasks roll indices over. */
  private static final String OTHER = "spec.storage.esRollover";

  public void inspect() {
    new ChosenPorts(plan, findings).check();
    var templates = templates();
    if (!templates.isEmpty()) {
      Operands.desired(plan)
          .forEach(
              object -> pods(object).ifPresent(pods -> inspect(object.getKind(), pods, templates)));
    }
  }

  private void inspect(String kind, PodTemplateSpec pods, Map<String, JsonNode> templates) {
    var part = part(pods);
    var origin = new Origin(
        JSON.valueToTree(pods),
        Stream.of(part, WHOLE)
            .flatMap(field -> Stream.ofNullable(templates.get(field))
                .map(template -> new Origin.Template(field + ".podTemplate", template)))
            .toList());
    if (!origin.templates().isEmpty()) {
      problems(kind, pods)
          .forEach(problem -> findings.refuse(
              problem.rule(), origin.of(problem.field()), problem.value(), problem.remedy()));
    }
  }

  /** Of any Pods, with the field counted from their template. */
  public static List<Problem> problems(String kind, PodTemplateSpec pods) {
    var found = new Findings();
    new EmbeddedCheck(found, Set.of()).check(pods, "");
    var words = new Words(found);
    words.labels(".metadata.labels", sorted(pods.getMetadata().getLabels()));
    words.annotations(".metadata.annotations", sorted(pods.getMetadata().getAnnotations()));
    words.labels(".spec.nodeSelector", sorted(pods.getSpec().getNodeSelector()));
    new PodRules(kind, pods.getSpec(), found).check();
    return found.refusals();
  }

  private static Map<String, String> sorted(Map<String, String> given) {
    var sorted = new TreeMap<String, String>();
    given.forEach((key, value) -> sorted.put(key, value == null ? "" : value));
    return sorted;
  }

  /** By the field under which each is written. */
  private Map<String, JsonNode> templates() {
    var all = new TreeMap<String, JsonNode>();
    add(all, WHOLE, plan.common().pod());
    Parts.of(plan).forEach((field, own) -> add(all, field, own.pod()));
    plan.storage().cassandraSchema().ifPresent(job -> add(all, SCHEMA, job.pod()));
    return all;
  }

  private static void add(Map<String, JsonNode> all, String field, Common.Pod pod) {
    pod.templates().forEach(template -> all.put(field, template));
  }

  private static String part(PodTemplateSpec pods) {
    return PARTS.getOrDefault(
        pods.getMetadata().getLabels().getOrDefault(Wellknown.APP_COMPONENT, ""), OTHER);
  }

  static Optional<PodTemplateSpec> pods(HasMetadata object) {
    if (object instanceof Deployment deployment) {
      return Optional.of(deployment.getSpec().getTemplate());
    }
    if (object instanceof DaemonSet daemonSet) {
      return Optional.of(daemonSet.getSpec().getTemplate());
    }
    if (object instanceof Job job) {
      return Optional.of(job.getSpec().getTemplate());
    }
    return object instanceof CronJob cronJob
        ? Optional.of(cronJob.getSpec().getJobTemplate().getSpec().getTemplate())
        : Optional.empty();
  }
}
