package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.component.ProgramSpec;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Images that a resource names for what runs: no node can pull one whose name is none. */
record ImageCheck(JaegerPlan plan, Findings findings) {
  private static final String PATH = "[a-z0-9]+(?:(?:[_.]|__|-+)[a-z0-9]+)*";
  private static final Pattern IMAGE =
      Pattern.compile("(?:(?:[A-Za-z0-9][-.A-Za-z0-9]*|\\[[0-9A-Fa-f:]+\\])(?::\\d+)?/)?" + PATH
          + "(?:/" + PATH + ")*(?::\\w[-.\\w]{0,127})?(?:@[A-Za-z][-+.\\w]*:[0-9A-Fa-f]+)?");

  /** What is longer is not worth the time that it takes to be understood. */
  private static final int LONGEST = 512;

  void check(JaegerSpec spec) {
    var running = Parts.of(plan).keySet();
    program("spec.allInOne", spec.allInOne, running.contains("spec.allInOne"));
    program("spec.collector", spec.collector, plan.strategy() != JaegerPlan.Strategy.ALL_IN_ONE);
    program("spec.query", spec.query, running.contains("spec.query"));
    program("spec.ingester", spec.ingester, running.contains("spec.ingester"));
    // A sidecar may be asked for at any time.
    program("spec.agent", spec.agent, true);
    if (spec.storage != null) {
      storage(spec.storage);
    }
  }

  private void storage(io.jaegertracing.operator.api.storage.Storage given) {
    var storage = plan.storage();
    var field = "spec.storage.";
    if (storage.cassandraSchema().isPresent() && given.cassandraCreateSchema != null) {
      image(field + "cassandraCreateSchema", given.cassandraCreateSchema.image);
    }
    if (storage.dependencies().isPresent() && given.dependencies != null) {
      image(field + "dependencies", given.dependencies.image);
    }
    if (storage.indexCleaner().isPresent() && given.esIndexCleaner != null) {
      image(field + "esIndexCleaner", given.esIndexCleaner.image);
    }
    if (storage.rollover().isPresent() && given.esRollover != null) {
      image(field + "esRollover", given.esRollover.image);
    }
    if (storage.type() == io.jaegertracing.operator.core.plan.Storage.Type.GRPC_PLUGIN
        && given.grpcPlugin != null) {
      image(field + "grpcPlugin", given.grpcPlugin.image);
    }
    if (storage.selfProvisioned().isPresent() && given.elasticsearch != null) {
      image(field + "elasticsearch", given.elasticsearch.image);
    }
  }

  private void program(String field, @Nullable ProgramSpec program, boolean runs) {
    if (program != null && runs) {
      image(field, program.image);
    }
  }

  private void image(String field, @Nullable String image) {
    if (image != null
        && !image.isEmpty()
        && (image.length() > LONGEST || !IMAGE.matcher(image).matches())) {
      findings.refuse(
          Rule.BAD_IMAGE,
          field + ".image",
          Words.quoted(image),
          "write it as it is pulled, such as registry.example.com/team/image:1.2");
    }
  }
}
