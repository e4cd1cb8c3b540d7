package io.jaegertracing.operator.core.validation;

import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.component.ProgramSpec;
import io.jaegertracing.operator.api.json.Options;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.reading.FlagReader;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What works and should nevertheless be written otherwise. */
final class Advice {
  private final JaegerSpec spec;
  private final List<Problem> problems = new ArrayList<>();

  private Advice(JaegerSpec spec) {
    this.spec = spec;
  }

  static List<Problem> on(Jaeger jaeger) {
    var advice = new Advice(Objects.requireNonNullElseGet(jaeger.getSpec(), JaegerSpec::new));
    advice.deprecated();
    advice.completed();
    return List.copyOf(advice.problems);
  }

  private void deprecated() {
    if ("all-in-one".equalsIgnoreCase(spec.strategy)) {
      deprecated("spec.strategy", spec.strategy, "write allinone");
    }
    if (spec.agent != null && "daemonset".equalsIgnoreCase(spec.agent.strategy)) {
      deprecated(
          "spec.agent.strategy",
          spec.agent.strategy,
          "there is no agent after 1.62; let applications send OTLP to the collector");
    }
    if (spec.ingress != null && spec.ingress.secretName != null) {
      deprecated("spec.ingress.secretName", spec.ingress.secretName, "name it in spec.ingress.tls");
    }
    if (spec.storage != null && Storage.Type.GRPC_PLUGIN.word().equals(spec.storage.type)) {
      deprecated(
          "spec.storage.type",
          spec.storage.type,
          "Jaeger runs no plugins since 1.58; use a remote gRPC storage");
    }
  }

  private void deprecated(String field, String value, String remedy) {
    problems.add(new Problem(Rule.DEPRECATED, field, "\"" + value + "\"", remedy));
  }

  private void completed() {
    completed("storage", spec.storage == null ? null : spec.storage.options);
    completed("allInOne", options(spec.allInOne));
    completed("collector", options(spec.collector));
    completed("query", options(spec.query));
    completed("ingester", options(spec.ingester));
    completed("agent", options(spec.agent));
  }

  private void completed(String part, @Nullable Options options) {
    var field = "spec." + part + ".options";
    var written = FlagReader.read(options);
    FlagReader.completeTls(written).values().keySet().stream()
        .filter(name -> !written.has(name))
        .map(name -> new Problem(
            Rule.TLS_SWITCHED_ON,
            field + "." + name,
            "\"true\"",
            "write it yourself to make clear what is meant"))
        .forEach(problems::add);
  }

  private static @Nullable Options options(@Nullable ProgramSpec program) {
    return program == null ? null : program.options;
  }
}
