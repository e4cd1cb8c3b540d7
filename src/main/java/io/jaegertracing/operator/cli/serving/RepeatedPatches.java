package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices who takes away again and again what injection adds: a change of a workload then needs the very patch of the last one. */
final class RepeatedPatches {
  private static final Logger LOG = LoggerFactory.getLogger(RepeatedPatches.class);
  private static final int MOST_WORKLOADS = 2_000;

  /** Once may be somebody who applies a file twice. */
  private static final int WORTH_A_LINE = 3;

  private record Last(int patch, int repetitions) {}

  private final Counter counter;
  private final Map<String, Last> last = new LinkedHashMap<>();

  RepeatedPatches(MeterRegistry registry) {
    counter = Counter.builder("jaeger_operator_admission_repeated_patches")
        .description("Changes of workloads that needed the very patch of the change before.")
        .register(registry);
  }

  /** Called on every event loop. */
  void tell(Review review, Verdict verdict) {
    var uid =
        review.object().map(workload -> workload.at("/metadata/uid").asText()).orElse("");
    if (uid.isEmpty() || verdict.patch().isEmpty() || !review.operation().equals("UPDATE")) {
      return;
    }
    if (repetitions(uid, verdict.patch().get().hashCode()) == WORTH_A_LINE) {
      LOG.atWarn()
          .addKeyValue("kind", review.kind().kind())
          .addKeyValue("namespace", review.namespace())
          .addKeyValue("name", review.name())
          .log(
              "something takes the sidecar away again and again; if a tool writes this workload as it is in Git,"
                  + " --injection-level=pod leaves it alone");
    }
  }

  private synchronized int repetitions(String uid, int patch) {
    var before = Optional.ofNullable(last.remove(uid)).filter(one -> one.patch() == patch);
    var repetitions = before.map(one -> one.repetitions() + 1).orElse(0);
    last.put(uid, new Last(patch, repetitions));
    if (last.size() > MOST_WORKLOADS) {
      last.remove(last.keySet().iterator().next());
    }
    before.ifPresent(same -> counter.increment());
    return repetitions;
  }
}
