package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkloadTest {
  private static final Flags STORED = Flags.NONE
      .with("cassandra.servers", "c")
      .with("cassandra-archive.enabled", "true")
      .with("es.server-urls", "http://ignored")
      .with("kafka.topic", "spans");

  private static PodSpec pod(Stream<Deployment> desired) {
    return deployment(desired).getSpec().getTemplate().getSpec();
  }

  private static Container program(Stream<Deployment> desired) {
    return pod(desired).getContainers().get(0);
  }

  private static Deployment deployment(Stream<Deployment> desired) {
    return desired.findFirst().orElseThrow();
  }

  private static JaegerPlan streaming() {
    return Plans.of(Strategy.STREAMING)
        .storedIn(Storage.Type.CASSANDRA, STORED)
        .collector(collector -> collector.kafkaSecret("kafka-login"))
        .build();
  }

  @Test
  void runsUnderItsOwnStrategyOnly() {
    var allInOne = Plans.of(Strategy.ALL_IN_ONE).build();
    var production = Plans.of(Strategy.PRODUCTION).build();
    assertThat(CollectorDeployment.desired(allInOne)).isEmpty();
    assertThat(QueryDeployment.desired(allInOne)).isEmpty();
    assertThat(AllInOneDeployment.desired(production)).isEmpty();
    assertThat(IngesterDeployment.desired(production)).isEmpty();
  }

  @Test
  void writesToKafkaAndReadsFromTheStorageWhenStreaming() {
    assertThat(program(CollectorDeployment.desired(streaming())).getArgs())
        .containsExactly(
            "--kafka.topic=spans", "--sampling.strategies-file=/etc/jaeger/sampling/sampling.json");
    assertThat(program(QueryDeployment.desired(streaming())).getArgs())
        .containsExactly("--cassandra-archive.enabled=true", "--cassandra.servers=c");
    assertThat(program(IngesterDeployment.desired(streaming())).getEnv())
        .contains(new EnvVar("SPAN_STORAGE_TYPE", "cassandra", null));
  }

  @Test
  void readsTheSecretsOfStorageAndKafka() {
    assertThat(program(CollectorDeployment.desired(streaming())).getEnvFrom())
        .extracting(from -> from.getSecretRef().getName())
        .containsExactly("storage-login", "kafka-login");
    var production = Plans.of(Strategy.PRODUCTION)
        .collector(collector -> collector.kafkaSecret("kafka-login"))
        .build();
    assertThat(program(CollectorDeployment.desired(production)).getEnvFrom())
        .extracting(from -> from.getSecretRef().getName())
        .containsExactly("storage-login");
  }

  @Test
  void neverLetsUsersChangeWhatSelectsThePods() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .collector(collector -> collector.own(Commons.labels(Map.of("app", "mine", "team", "t"))))
        .build();
    var collector = deployment(CollectorDeployment.desired(plan));
    var ours = Program.COLLECTOR.labels(plan.owner());
    assertThat(collector.getSpec().getSelector().getMatchLabels()).isEqualTo(ours);
    assertThat(collector.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(ours)
        .containsEntry("team", "t");
    assertThat(collector.getMetadata().getLabels())
        .containsEntry("app", "mine")
        .containsEntry("team", "t");
  }

  @Test
  void letsUsersChangeTheAnnotationsOfPodsOnly() {
    var plan = Plans.of(Strategy.ALL_IN_ONE)
        .common(
            Commons.annotations(Map.of("prometheus.io/port", "1", "sidecar.istio.io/inject", "")))
        .build();
    var deployment = deployment(AllInOneDeployment.desired(plan));
    assertThat(deployment.getMetadata().getAnnotations())
        .containsOnlyKeys("linkerd.io/inject", "prometheus.io/port", "prometheus.io/scrape")
        .containsEntry("prometheus.io/port", "14269");
    assertThat(deployment.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("prometheus.io/port", "1")
        .containsEntry("sidecar.istio.io/inject", "");
  }

  @Test
  void pullsWithTheSecretsOfTheComponentAndOfTheInstance() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .common(Commons.pullSecrets("shared", "base"))
        .query(query -> query.own(Commons.pullSecrets("own", "shared")))
        .build();
    assertThat(pod(QueryDeployment.desired(plan)).getImagePullSecrets())
        .extracting(LocalObjectReference::getName)
        .containsExactly("own", "shared", "base");
  }

  @Test
  void asksForHealthWhereTheFlagsPutIt() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .query(query -> query.flag("admin.http.host-port", ":1234"))
        .build();
    var query = program(QueryDeployment.desired(plan));
    assertThat(query.getLivenessProbe().getHttpGet().getPort().getIntVal()).isEqualTo(1234);
    assertThat(query.getReadinessProbe().getHttpGet().getPort().getIntVal()).isEqualTo(1234);
    assertThat(query.getPorts()).anySatisfy(port -> {
      assertThat(port.getName()).isEqualTo("admin-http");
      assertThat(port.getContainerPort()).isEqualTo(1234);
    });
  }

  @Test
  void leavesTheNumberOfReplicasToItsAutoscaler() {
    var plan = Plans.of(Strategy.PRODUCTION).query(query -> query.replicas(0)).build();
    assertThat(deployment(CollectorDeployment.desired(plan)).getSpec().getReplicas())
        .isNull();
    assertThat(deployment(QueryDeployment.desired(plan)).getSpec().getReplicas())
        .isZero();
  }

  @Test
  void asksForItsOwnAgentUnlessItIsUntraced() {
    var traced = Plans.of(Strategy.PRODUCTION).build();
    var untraced =
        Plans.of(Strategy.PRODUCTION).query(query -> query.untraced()).build();
    assertThat(deployment(QueryDeployment.desired(traced)).getMetadata().getAnnotations())
        .containsEntry("sidecar.jaegertracing.io/inject", "simple");
    assertThat(deployment(QueryDeployment.desired(untraced)).getMetadata().getAnnotations())
        .doesNotContainKey("sidecar.jaegertracing.io/inject");
    assertThat(program(QueryDeployment.desired(untraced)).getEnv())
        .contains(new EnvVar("JAEGER_DISABLED", "true", null));
  }

  @Test
  void marksThePodsOfAnIngesterAndNotItsDeployment() {
    var ingester = deployment(IngesterDeployment.desired(streaming()));
    assertThat(ingester.getMetadata().getAnnotations()).isEmpty();
    assertThat(ingester.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("prometheus.io/port", "14270");
  }

  @Test
  void installsThePluginBeforeTheProgramStarts() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .storedIn(Storage.Type.GRPC_PLUGIN, Flags.NONE.with("grpc-storage-plugin.binary", "/p"))
        .build();
    var pod = pod(QueryDeployment.desired(plan));
    assertThat(pod.getInitContainers()).singleElement().satisfies(installer -> {
      assertThat(installer.getImage()).isEqualTo("example/plugin");
      assertThat(installer.getVolumeMounts())
          .isEqualTo(pod.getContainers().get(0).getVolumeMounts());
    });
  }

  @Test
  void mountsNoAuthorityWhereTheUserMountsOne() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .onOpenShift()
        .query(query -> query.own(Commons.mount("mine", Wiring.TRUSTED_CA_FOLDER)))
        .build();
    assertThat(program(QueryDeployment.desired(plan)).getVolumeMounts())
        .extracting(VolumeMount::getMountPath)
        .containsExactly(Wiring.TRUSTED_CA_FOLDER);
  }

  @Test
  void namesPrometheusOnlyWhereItIsAsked() {
    var aio = Plans.of(Strategy.ALL_IN_ONE)
        .allInOne(all -> all.metrics("prometheus", ""))
        .build();
    var query = Plans.of(Strategy.PRODUCTION)
        .query(own -> own.metrics("prometheus", "http://p"))
        .build();
    assertThat(program(AllInOneDeployment.desired(aio)).getEnv())
        .extracting(EnvVar::getName)
        .contains("METRICS_STORAGE_TYPE")
        .doesNotContain("PROMETHEUS_SERVER_URL");
    assertThat(program(QueryDeployment.desired(query)).getEnv())
        .contains(new EnvVar("PROMETHEUS_SERVER_URL", "http://p", null));
  }

  @Test
  void leavesThePlanAsItIs() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .common(Common.merge(Commons.mount("v", "/v"), Commons.labels(Map.of("a", "b"))))
        .behindLogin(Plans.plainLogin())
        .build();
    var before = plan.toString();
    assertThat(QueryDeployment.desired(plan)).hasSize(1);
    assertThat(plan).hasToString(before);
  }
}
