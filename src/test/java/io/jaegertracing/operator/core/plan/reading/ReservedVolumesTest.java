package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Note;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReservedVolumesTest {
  private static final Platform PLAIN = Plans.of(Strategy.ALL_IN_ONE).build().platform();
  private static final Platform OPEN_SHIFT =
      Plans.of(Strategy.ALL_IN_ONE).onOpenShift().build().platform();
  private static final String SELF = "storage: {type: elasticsearch}";

  @Test
  void knowsEveryVolumeThatIsRendered() {
    var specs = List.of(
        "{ui: {options: {a: 1}}, ingress: {security: oauth-proxy}, agent: {strategy: DaemonSet},"
            + " storage: {type: grpc-plugin}}",
        "{strategy: streaming, " + SELF + ", agent: {strategy: DaemonSet}}",
        "{strategy: production, storage: {type: elasticsearch, options: {es.use-aliases: true}}}",
        "{strategy: production, storage: {type: cassandra}}");
    var rendered = specs.stream()
        .flatMap(
            spec -> Operands.desired(Readings.ready(jaeger(spec), OPEN_SHIFT).plan()).stream())
        .flatMap(ReservedVolumesTest::volumes);
    assertThat(rendered.map(Volume::getName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            new ReservedVolumes(new Owner("a", "n", ""), new Findings()).all());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec          | {strategy: production, storage: {type: elasticsearch}, volumes: [{name: certs}]}",
        "spec.query    | {strategy: streaming, storage: {type: elasticsearch}, query: {volumes: [{name: certs}]}}",
        "spec.agent    | {strategy: streaming, storage: {type: elasticsearch}, agent: {volumes: [{name: certs}]}}",
        "spec.agent    | {strategy: streaming, agent: {volumes: [{name: a-ui-configuration-volume}]},"
            + " storage: {type: cassandra}}",
        "spec.storage.esIndexCleaner | {strategy: production, storage: {type: elasticsearch,"
            + " esIndexCleaner: {volumes: [{name: certs}]}}}",
        "spec.allInOne | {storage: {type: grpc-plugin}, allInOne: {volumes: [{name: plugin-volume}]}}",
        "spec.ingester | {strategy: streaming, storage: {type: cassandra},"
            + " ingester: {volumes: [{name: kafkauser-a-cluster-ca}]}}"
      })
  void refusesAVolumeThatWouldTakeThePlaceOfOneThatAProgramNeeds(String part, String spec) {
    assertThat(Readings.plan(jaeger(spec), PLAIN)
            .fold(ready -> List.<String>of(), Planned.Refused::reasons))
        .singleElement()
        .asString()
        .startsWith(part + ".volumes: \"")
        .endsWith("the operator mounts a volume of this name itself; choose another");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{volumes: [{name: certs}, {name: plugin-volume}, {name: kafkauser-a}, {name: a-trusted-ca}]}",
        "{strategy: streaming, storage: {type: elasticsearch}, collector: {volumes: [{name: certs}]}}",
        "{strategy: production, storage: {type: elasticsearch, options: {es.server-urls: u}},"
            + " volumes: [{name: certs}]}"
      })
  void allowsTheNameWhereTheOperatorMountsNothingOfThatName(String spec) {
    assertThat(Readings.ready(jaeger(spec), PLAIN).notes()).isEmpty();
  }

  @Test
  void saysWhoseAuthoritiesAreTrusted() {
    var spec = "{allInOne: {volumes: [{name: a-trusted-ca, configMap: {name: mine}}]}}";
    assertThat(Readings.ready(jaeger(spec), OPEN_SHIFT).notes())
        .extracting(Note::text)
        .containsExactly(
            "spec.allInOne.volumes: the volume \"a-trusted-ca\" is mounted in place of the"
                + " operator's, so that programs trust what it holds; choose another name unless"
                + " this is meant");
  }

  @Test
  void saysThatTheLoginToKafkaTakesThePlaceOfAVolume() {
    var spec = "{strategy: streaming, storage: {type: cassandra}, volumes: [{name: kafkauser-a,"
        + " emptyDir: {}}]}";
    var ready = Readings.ready(jaeger(spec), PLAIN);
    assertThat(ready.notes())
        .extracting(Note::text)
        .singleElement()
        .asString()
        .startsWith("spec.volumes: the volume \"kafkauser-a\" is replaced by the operator's");
    assertThat(Operands.desired(ready.plan()).stream()
            .flatMap(ReservedVolumesTest::volumes)
            .filter(volume -> volume.getName().equals("kafkauser-a")))
        .isNotEmpty()
        .allMatch(volume -> volume.getSecret() != null);
  }

  private static Stream<Volume> volumes(HasMetadata object) {
    return template(object).flatMap(template -> template.getSpec().getVolumes().stream());
  }

  private static Stream<PodTemplateSpec> template(HasMetadata object) {
    if (object instanceof Deployment some) {
      return Stream.of(some.getSpec().getTemplate());
    }
    if (object instanceof DaemonSet some) {
      return Stream.of(some.getSpec().getTemplate());
    }
    if (object instanceof Job some) {
      return Stream.of(some.getSpec().getTemplate());
    }
    return object instanceof CronJob some
        ? Stream.of(some.getSpec().getJobTemplate().getSpec().getTemplate())
        : Stream.empty();
  }

  private static String jaeger(String spec) {
    return "{kind: Jaeger, metadata: {name: a, namespace: n}, spec: " + spec + "}";
  }
}
