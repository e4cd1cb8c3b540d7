package io.jaegertracing.operator.compat;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.MainCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsTest {
  private static final String OPENSHIFT = "--platform=openshift";
  private static final String KUBERNETES = "--platform=kubernetes";

  /** What the rule that excuses it says of its cases, an input of that sort, and what is said about it. */
  record Refusal(String rule, String platform, String input, String remark) {
    private static Refusal of(String rule, String spec, String remark) {
      return new Refusal(rule, KUBERNETES, named("sample", spec), ":1: " + remark);
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  private static Stream<Refusal> refusals() {
    return Stream.of(stored(), exposed(), named(), counted()).flatMap(List::stream);
  }

  private static List<Refusal> stored() {
    return List.of(
        Refusal.of(
            "storage-type-*",
            "{storage: {type: Memory}}",
            "spec.storage.type: \"Memory\" is not valid; use one of memory, badger, cassandra, elasticsearch, kafka, grpc, grpc-plugin"),
        Refusal.of(
            "es-self-unknown-redundancy*",
            "{storage: {type: elasticsearch, elasticsearch: {redundancyPolicy: Some}}}",
            "spec.storage.elasticsearch.redundancyPolicy: \"Some\" is not valid; use one of FullRedundancy, MultipleRedundancy, SingleRedundancy, ZeroRedundancy"),
        Refusal.of(
            "cassandra-invalid-*",
            "{storage: {type: cassandra, cassandraCreateSchema: {traceTTL: 2 days}}}",
            "spec.storage.cassandraCreateSchema.traceTTL: \"2 days\" is not valid; write a duration such as 72h or 1h30m"),
        Refusal.of(
            "esrollover-readttl-invalid*",
            "{storage: {type: elasticsearch, esRollover: {readTTL: 1w}}}",
            "spec.storage.esRollover.readTTL: \"1w\" is not valid; write a duration such as 72h or 1h30m"),
        Refusal.of(
            "input-scalars-coerced-*",
            "{storage: {type: cassandra, dependencies: {schedule: 7}}}",
            "spec.storage.dependencies.schedule: \"7\" is not valid; write a cron schedule of five fields such as \"55 23 * * *\""),
        Refusal.of(
            "merge-liveness-probe-allinone-empty*",
            "{allInOne: {livenessProbe: {}}}",
            "spec.allInOne.livenessProbe.exec: exec or grpc or httpGet or tcpSocket is missing; add one of them"),
        Refusal.of(
            "merge-volumes-*",
            "{volumeMounts: [{name: nowhere, mountPath: /data}]}",
            "spec.volumeMounts: \"nowhere\" is not valid; there is no volume of this name; add it to volumes"),
        Refusal.of(
            "merge-user-volume-clashes-*",
            "{collector: {volumes: [{name: sample-sampling-configuration-volume}]}}",
            "spec.collector.volumes: \"sample-sampling-configuration-volume\" is not valid; the operator mounts a volume of this name itself; choose another"));
  }

  private static List<Refusal> exposed() {
    return List.of(
        Refusal.of(
            "ingress-security-oauth-on-kubernetes*",
            "{ingress: {security: oauth-proxy}}",
            "spec.ingress.security: \"oauth-proxy\" is not valid; the OAuth proxy exists on OpenShift only; use none and protect the Ingress by other means"),
        new Refusal(
            "openshift-security-garbage*",
            OPENSHIFT,
            named("sample", "{ingress: {security: login}}"),
            ":1: spec.ingress.security: \"login\" is not valid; use none or oauth-proxy"));
  }

  private static List<Refusal> named() {
    return Stream.of("name-unicode* größe", "name-upper-case-* Sample", "name-with-percent-* a%b")
        .map(words -> words.split(" "))
        .map(
            words -> new Refusal(
                words[0],
                KUBERNETES,
                named(words[1], "{}"),
                ":1: metadata.name: \"" + words[1]
                    + "\" is not valid; use lower-case letters, digits, - and ., with a letter or digit at both ends and beside each ."))
        .toList();
  }

  private static List<Refusal> counted() {
    return List.of(
        Refusal.of(
            "agent-dns-policy-without-hostnetwork*",
            "{agent: {strategy: DaemonSet, dnsPolicy: None}}",
            "spec.agent.dnsPolicy: \"None\" is not valid; use one of ClusterFirst, ClusterFirstWithHostNet, Default"),
        Refusal.of(
            "autoscale-min-max-both-components*",
            "{strategy: production, storage: {type: cassandra}, collector: {maxReplicas: 0}}",
            "spec.collector.maxReplicas: 0 is not valid; it must be 1 or more"),
        Refusal.of(
            "cassandra-fractional-and-negative-durations*",
            "{storage: {type: cassandra, cassandraCreateSchema: {timeout: -1.5h}}}",
            "spec.storage.cassandraCreateSchema.timeout: \"-1.5h\" is not valid; it must be 0 or more"),
        Refusal.of(
            "cassandra-ttl-zero-and-subsecond-timeout*",
            "{storage: {type: cassandra, cassandraCreateSchema: {timeout: 500ms}}}",
            "spec.storage.cassandraCreateSchema.timeout: less than 1s is not valid; the job would fail at once; give it a second at least"),
        Refusal.of(
            "metrics-unknown-type-with-url*",
            "{allInOne: {metricsStorage: {type: Prometheus}}}",
            "spec.allInOne.metricsStorage.type: \"Prometheus\" is not valid; use prometheus"),
        Refusal.of(
            "autoscale-negative-*",
            "{collector: {maxReplicas: -1}}",
            "spec.collector.maxReplicas: -1 is not valid; it must be 0 or more"),
        Refusal.of(
            "es-self-negative-*",
            "{storage: {type: elasticsearch, elasticsearch: {nodeCount: -3}}}",
            "spec.storage.elasticsearch.nodeCount: -3 is not valid; it must be 0 or more"),
        new Refusal(
            "input-empty-*",
            KUBERNETES,
            "# nothing\n",
            " holds no Jaeger; give a file with kind: Jaeger"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhatIsWrongAndWhatToDo(Refusal refusal, @TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("jaeger.yaml"), refusal.input());
    var terminal = MainCall.of("generate", refusal.platform(), "--cr=" + file);
    assertThat(terminal.err()).isEqualTo("jaeger-operator: " + file + refusal.remark() + "\n");
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
  }

  @Test
  void everyRefusalThatIsExcusedIsTried() {
    var excused = Deviation.all().stream()
        .filter(Deviation::isAboutTheExit)
        .filter(rule -> !rule.reason().endsWith("(runtime W74)"))
        .flatMap(rule -> rule.instance().stream());
    assertThat(excused)
        .containsExactlyInAnyOrderElementsOf(refusals().map(Refusal::rule).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "3", "0.5"})
  void takesAnyScalarAsItemOfAList(String item, @TempDir Path folder) throws IOException {
    var spec = "{allInOne: {options: {tags: [a, " + item + "]}}}";
    var file = Files.writeString(folder.resolve("jaeger.yaml"), named("sample", spec));
    var terminal = MainCall.of("generate", "--cr=" + file);
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).contains("--tags=a").contains("--tags=" + item);
  }

  private static String named(String name, String spec) {
    return "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: \"" + name
        + "\"}, spec: " + spec + "}\n";
  }
}
