package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Notice;

/** Who reads or writes an Elasticsearch, and is not told where it is. */
record SearchAddress(JaegerPlan plan, Findings findings) {
  private static final String OPTION = "es.server-urls";

  void check() {
    var storage = plan.storage();
    if (storage.type() != Storage.Type.ELASTICSEARCH || isWritten()) {
      return;
    }
    if (plan.strategy() == Strategy.ALL_IN_ONE && !isToldToTheProgram()) {
      missing("spec.storage.options", "Jaeger");
    }
    if (storage.selfProvisioned().isEmpty() || plan.strategy() == Strategy.ALL_IN_ONE) {
      storage
          .indexCleaner()
          .ifPresent(job ->
              job("spec.storage.esIndexCleaner", job.own(), "the job that deletes old indices"));
      storage
          .rollover()
          .ifPresent(
              job -> job("spec.storage.esRollover", job.own(), "each job that rolls indices over"));
    }
    storage
        .dependencies()
        .ifPresent(job -> job("spec.storage.dependencies", job.own(), "the job for dependencies"));
  }

  private boolean isWritten() {
    return plan.storage().flags().arguments().stream()
        .anyMatch(argument -> argument.startsWith("--" + OPTION + "=") && !argument.endsWith("="));
  }

  private boolean isToldToTheProgram() {
    return plan.storage().secret().isPresent()
        || plan.allInOne().flags().has(OPTION)
        || isTold(plan.allInOne().own())
        || isTold(plan.common());
  }

  private void job(String field, Common own, String who) {
    if (!isTold(own) && !isTold(plan.common())) {
      missing(field, who);
    }
  }

  /** By a user who knows what the operator does not look into. */
  private static boolean isTold(Common common) {
    var pod = common.pod();
    return !pod.sources().isEmpty()
        || !pod.templates().isEmpty()
        || pod.variables().stream().map(EnvVar::getName).anyMatch(name -> name.startsWith("ES_"));
  }

  private void missing(String field, String who) {
    findings.note(Notice.NO_SEARCH_ADDRESS, field, who);
  }
}
