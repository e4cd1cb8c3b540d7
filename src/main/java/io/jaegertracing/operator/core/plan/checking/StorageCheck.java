package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Storage.CassandraSchema;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;

/** The storage and its jobs, as far as they exist. */
record StorageCheck(JaegerPlan plan, Findings findings) {
  private static final String SCHEMA = "spec.storage.cassandraCreateSchema.";

  void check() {
    var words = new Words(findings);
    var storage = plan.storage();
    words.objectName("spec.storage.secretName", storage.secret());
    storage.cassandraSchema().ifPresent(this::schema);
    storage
        .rollover()
        .ifPresent(job -> words.jsonMap("spec.storage.esRollover.conditions", job.conditions()));
    storage
        .selfProvisioned()
        .ifPresent(cluster -> words.objectName(
            "spec.storage.elasticsearch.storage.storageClassName", cluster.storageClass()));
  }

  private void schema(CassandraSchema job) {
    var words = new Words(findings);
    words.word(SCHEMA + "mode", job.mode(), List.of("prod", "test"));
    words.objectName(SCHEMA + "priorityClassName", job.pod().priorityClass());
    if (job.timeoutSeconds() == 0) {
      findings.refuse(
          Rule.BAD_DURATION,
          SCHEMA + "timeout",
          "less than 1s",
          "the job would fail at once; give it a second at least");
    }
  }
}
