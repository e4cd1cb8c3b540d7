package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.Optional;
import java.util.stream.Stream;

/** What the maintenance scripts for Elasticsearch read from their environment. */
final class ScriptVariables {
  private ScriptVariables() {}

  static Stream<EnvVar> of(JaegerPlan plan) {
    var flags = plan.storage().flags();
    return Stream.concat(
        Stream.of(
                new Name("INDEX_PREFIX", "es.index-prefix"),
                new Name("INDEX_DATE_SEPARATOR", "es.index-date-separator"),
                new Name("ES_USERNAME", "es.username"),
                new Name("ES_PASSWORD", "es.password"),
                new Name("ES_TLS_ENABLED", "es.tls.enabled"),
                new Name("ES_TLS_CA", "es.tls.ca"),
                new Name("ES_TLS_CERT", "es.tls.cert"),
                new Name("ES_TLS_KEY", "es.tls.key"),
                new Name("ES_TLS_SKIP_HOST_VERIFY", "es.tls.skip-host-verify"))
            .flatMap(name -> Environment.told(flags, name.variable(), name.flag())),
        skipDependencies(plan));
  }

  private record Name(String variable, String flag) {}

  /** On OpenShift the index of dependencies is left out, unless the user says otherwise. */
  private static Stream<EnvVar> skipDependencies(JaegerPlan plan) {
    var usual = plan.platform().openShift() ? Optional.of("true") : Optional.<String>empty();
    return plan.storage().flags().scalar("skip-dependencies").or(() -> usual).stream()
        .map(text -> Pods.variable("SKIP_DEPENDENCIES", text));
  }
}
