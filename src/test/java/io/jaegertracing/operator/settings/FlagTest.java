package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.settings.Shape.Kind;
import io.jaegertracing.operator.settings.Shape.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class FlagTest {
  private static final String RECORDED = """
      config=~/.jaeger-operator.yaml, .yml or .json, where there is one
      log-level=info
      log-format=auto
      cr=/dev/stdin
      output=/dev/stdout
      batch-in=none
      batch-out=none
      resources=manifests/samples
      resources=none
      jaeger-version=1.76.0
      jaeger-agent-version=1.62.0
      jaeger-agent-image=jaegertracing/jaeger-agent
      jaeger-query-image=jaegertracing/jaeger-query
      jaeger-collector-image=jaegertracing/jaeger-collector
      jaeger-ingester-image=jaegertracing/jaeger-ingester
      jaeger-all-in-one-image=jaegertracing/all-in-one
      jaeger-cassandra-schema-image=jaegertracing/jaeger-cassandra-schema
      jaeger-spark-dependencies-image=ghcr.io/jaegertracing/spark-dependencies/spark-dependencies
      jaeger-es-index-cleaner-image=jaegertracing/jaeger-es-index-cleaner
      jaeger-es-rollover-image=jaegertracing/jaeger-es-rollover
      openshift-oauth-proxy-image=quay.io/openshift/origin-oauth-proxy:4.14
      openshift-oauth-proxy-imagestream-ns=
      openshift-oauth-proxy-imagestream-name=
      platform=auto-detect
      kubernetes-version=1.36
      cronjobs-version=detected, or batch/v1
      autoscaling-version=detected, or autoscaling/v2
      default-ingressclass=detected
      auth-delegator-available=auto
      es-provision=auto
      kafka-provision=auto
      kafka-provisioning-minimal=false
      documentation-url=https://www.jaegertracing.io/docs/MAJOR.MINOR of the Jaeger version
      injection-level=both
      inject-kinds=all
      workload=none
      retouch-all-kinds=false
      native-sidecars=auto
      verify-injection=audit
      missed-injections=report
      eviction-window=the whole day
      webhook-bind-port=9443
      webhook-bind-address=0.0.0.0
      webhook-bind-address=127.0.0.1
      cert-dir=$TMPDIR/k8s-webhook-server/serving-certs, TMPDIR being /tmp
      cert-dir=./certs-dev where it exists, else jaeger-operator/certs-dev in $XDG_CACHE_HOME or ~/.cache
      tls-min-version=VersionTLS12
      tls-cipher-suites=those of the Java runtime
      enforce-requester-rights=false
      drain-delay=5s
      drain-delay=0s
      register=on
      register-url=the Service
      leader-elect=false
      health-probe-bind-address=:8081
      metrics-host=0.0.0.0
      metrics-port=8383
      http-bind-address=127.0.0.1:8080
      tracing-enabled=false
      otlp-endpoint=http://localhost:4318
      jaeger-agent-hostport=
      secure-listen-address=
      """;

  /** Either name of an ImageStream has an effect only beside the other. */
  private static final Map<String, String> HALVES = Map.of(
      "OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NS", "a", "OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NAME", "b");

  /** Spoken no longer: as a minimum they mean the default. */
  private static final Set<String> SAME_AS_DEFAULT = Set.of("VersionTLS10", "VersionTLS11");

  /** Changing a default changes clusters that say nothing about it. */
  @Test
  void everyDefaultIsRecorded() {
    var actual = Arrays.stream(Flag.values())
        .flatMap(flag -> Arrays.stream(Verb.values())
            .filter(flag::isTakenBy)
            .map(flag::fallback)
            .distinct()
            .map(fallback -> flag.text() + "=" + fallback))
        .collect(Collectors.joining("\n", "", "\n"));
    assertThat(actual).isEqualTo(RECORDED);
  }

  @ParameterizedTest
  @EnumSource
  void everyDefaultIsAcceptedOrSaysInWordsWhatIsDone(Flag flag) {
    var strict = flag.shape().kind() != Kind.TEXT && flag.shape().kind() != Kind.LIST;
    var words =
        flag.fallback(verb(flag)).contains(" ") || flag.fallback(verb(flag)).equals("none");
    assertThat(!strict || words || flag.shape().takes(flag.fallback(verb(flag))))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SECURE_LISTEN_ADDRESS", "JAEGER_AGENT_HOSTPORT"},
      mode = Mode.EXCLUDE)
  void everyFlagHasAnEffectFromEverySource(Flag flag, @TempDir Path folder) throws IOException {
    var text = sample(flag);
    if (!flag.shape().is(Trait.ENVIRONMENT_ONLY) && flag != Flag.CONFIG) {
      assertEffect(flag, List.of("--" + flag.text() + "=" + text), Map.of());
      assertEffect(
          flag,
          flag.shape().kind() == Kind.SWITCH
              ? List.of("--" + flag.text())
              : List.of("--" + flag.text(), text),
          Map.of());
    }
    for (var variable : flag.spelling().variables()) {
      assertEffect(flag, List.of(), Map.of(variable, text));
    }
    if (!flag.shape().is(Trait.COMMAND_LINE_ONLY)) {
      var file =
          Files.writeString(folder.resolve("flags.yaml"), flag.text() + ": '" + text + "'\n");
      assertEffect(flag, List.of("--config=" + file), Map.of());
    }
  }

  private static void assertEffect(Flag flag, List<String> flags, Map<String, String> environment) {
    var verb = verb(flag);
    var others = new HashMap<>(HALVES);
    others.remove(flag.name());
    var given = new Given(List.of(verb.text()), others);
    var without = Sample.accepted(verb, given);
    var with = Sample.accepted(verb, given.and(flags, environment));
    assertThat(with.settings()).isNotEqualTo(without.settings());
    assertThat(with.warnings()).isEmpty();
    assertThat(with.description()).isNotEqualTo(without.description());
  }

  private static Verb verb(Flag flag) {
    return Arrays.stream(Verb.values()).filter(flag::isTakenBy).findFirst().orElseThrow();
  }

  private static String sample(Flag flag) {
    var fallback = flag.fallback(verb(flag));
    return switch (flag.shape().kind()) {
      case TEXT, TAG, HOST, IMAGE, LIST, FILE, FOLDER -> "else";
      case CHOICE ->
        flag.shape().accepted().stream()
            .filter(text -> !text.equals(fallback) && !SAME_AS_DEFAULT.contains(text))
            .findFirst()
            .orElseThrow();
      case SWITCH -> "true";
      case PORT -> "1234";
      case ADDRESS -> "[::1]:1234";
      case DURATION -> "1m30s";
      case URL, ENDPOINT -> "https://host.example/x";
      case WORKLOAD -> "argoproj.io/v1alpha1/rollouts:/spec/template";
      case KUBERNETES -> "1.27";
      case WINDOW -> "22:00-05:30";
    };
  }
}
