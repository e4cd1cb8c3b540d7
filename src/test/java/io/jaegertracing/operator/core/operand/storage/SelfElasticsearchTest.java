package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.operand.workload.AllInOneDeployment;
import io.jaegertracing.operator.core.operand.workload.CollectorDeployment;
import io.jaegertracing.operator.core.operand.workload.IngesterDeployment;
import io.jaegertracing.operator.core.operand.workload.QueryDeployment;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.StoragePlans;
import io.jaegertracing.operator.core.plan.Storages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SelfElasticsearchTest {
  private static final String URL = "https://logs.tracing.svc.cluster.local:9200";

  private static Storages storage() {
    return Storages.of(Storage.Type.ELASTICSEARCH)
        .self(Storages.cluster(3, "SingleRedundancy"))
        .cleaner(Common.NOTHING);
  }

  private static JaegerPlan plan(Strategy strategy, Storages storage) {
    return StoragePlans.with(Plans.of(strategy).build(), storage);
  }

  private static PodSpec collector(Storages storage) {
    var plan = plan(Strategy.PRODUCTION, storage);
    return pod(only(CollectorDeployment.desired(plan).toList()));
  }

  private static <T> T only(List<T> all) {
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static PodSpec pod(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec();
  }

  private static String certificates(PodSpec pod) {
    return only(pod.getVolumes().stream()
            .filter(volume -> volume.getName().equals("certs"))
            .toList())
        .getSecret()
        .getSecretName();
  }

  @Test
  void connectsAProgramBehindItsOwnArguments() {
    var pod = collector(storage());
    assertThat(pod.getContainers().get(0).getArgs())
        .containsExactly(
            "--sampling.strategies-file=/etc/jaeger/sampling/sampling.json",
            "--es.server-urls=" + URL,
            "--es.tls.enabled=true",
            "--es.tls.ca=/certs/ca",
            "--es.tls.cert=/certs/cert",
            "--es.tls.key=/certs/key",
            "--es.timeout=15s",
            "--es.num-shards=3",
            "--es.num-replicas=1");
    assertThat(certificates(pod)).isEqualTo("simple-jaeger-logs");
    assertThat(pod.getContainers().get(0).getVolumeMounts())
        .extracting(VolumeMount::getMountPath)
        .endsWith("/certs");
  }

  @Test
  void leavesToTheUserWhatTheUserSays() {
    var arguments = collector(storage()
            .flag("es.tls.enabled", "false")
            .flag("es.timeout", "1m")
            .flag("es.num-shards", "9"))
        .getContainers()
        .get(0)
        .getArgs();
    assertThat(arguments)
        .contains("--es.tls.enabled=false", "--es.timeout=1m", "--es.num-shards=9")
        .doesNotContain("--es.tls.enabled=true", "--es.timeout=15s", "--es.num-shards=3");
  }

  @Test
  void connectsTheArchiveWhenThereIsOne() {
    var arguments = collector(storage().flag("es-archive.enabled", "True"))
        .getContainers()
        .get(0)
        .getArgs();
    assertThat(arguments)
        .contains("--es-archive.server-urls=" + URL, "--es-archive.num-replicas=1");
  }

  @Test
  void takesTheFilesAndSecretsOfManagedCertificates() {
    var storage = storage().self(Storages.foreign("vault"));
    var pod = collector(storage);
    assertThat(pod.getContainers().get(0).getArgs())
        .contains("--es.tls.ca=/certs/ca-bundle.crt", "--es.tls.key=/certs/tls.key");
    assertThat(certificates(pod)).isEqualTo("jaeger-vault");
  }

  @Test
  void leavesAloneWhatStoresInKafkaOrInOneProcess() {
    var streaming = plan(Strategy.STREAMING, storage());
    var collector = only(CollectorDeployment.desired(streaming).toList());
    assertThat(SelfElasticsearch.into(streaming, collector)).isEqualTo(collector);
    var ingester = only(IngesterDeployment.desired(streaming).toList());
    assertThat(pod(ingester).getContainers().get(0).getArgs()).contains("--es.server-urls=" + URL);
    var single = plan(Strategy.ALL_IN_ONE, storage());
    var allInOne = only(AllInOneDeployment.desired(single).toList());
    assertThat(SelfElasticsearch.into(single, allInOne)).isEqualTo(allInOne);
    assertThat(ElasticsearchCluster.desired(single)).isEmpty();
  }

  @Test
  void leavesTheGivenDeploymentAsItWas() {
    var plan = plan(Strategy.PRODUCTION, storage());
    var before = only(CollectorDeployment.desired(plan).toList());
    SelfElasticsearch.into(plan, before);
    assertThat(before).isEqualTo(only(CollectorDeployment.desired(plan).toList()));
  }

  @Test
  void connectsJobsAndSaysNothingTwice() {
    var plan = plan(Strategy.PRODUCTION, storage().flag("es.tls.ca", "/mine/ca"));
    var template = only(IndexCleaner.desired(plan).toList())
        .getSpec()
        .getJobTemplate()
        .getSpec()
        .getTemplate();
    var script = template.getSpec().getContainers().get(0);
    assertThat(script.getArgs()).containsExactly("7", URL);
    assertThat(script.getEnv())
        .extracting(EnvVar::getName)
        .doesNotHaveDuplicates()
        .contains("ES_TLS_ENABLED", "SHARDS", "REPLICAS");
    assertThat(script.getEnv()).contains(new EnvVar("ES_TLS_CA", "/certs/ca", null));
    assertThat(certificates(template.getSpec())).isEqualTo("simple-curator");
  }

  @ParameterizedTest
  @CsvSource({
    "FullRedundancy, 5, 4",
    "MultipleRedundancy, 5, 2",
    "MultipleRedundancy, 4, 1",
    "SingleRedundancy, 5, 1",
    "ZeroRedundancy, 5, 0",
  })
  void copiesShardsAsTheRedundancyAsks(String redundancy, int nodes, int replicas) {
    var pod = collector(storage().self(Storages.cluster(nodes, redundancy)));
    assertThat(pod.getContainers().get(0).getArgs())
        .contains("--es.num-shards=" + nodes, "--es.num-replicas=" + replicas);
  }

  @Test
  void mountsItsCertificatesBehindWhatTheAgentBrings() {
    var plan = StoragePlans.with(Plans.of(Strategy.STREAMING).onOpenShift().build(), storage());
    assertThat(pod(only(QueryDeployment.desired(plan).toList())).getVolumes())
        .extracting(volume -> volume.getName())
        .containsExactly("simple-trusted-ca", "simple-service-ca", "certs");
  }

  @Test
  void namesTheSecretsThatNobodyCanPrint() {
    assertThat(Operands.secretsMadeInTheCluster(plan(Strategy.PRODUCTION, storage())))
        .containsExactly(
            "simple-master-certs", "elasticsearch", "simple-jaeger-logs", "simple-curator");
    assertThat(Operands.secretsMadeInTheCluster(plan(Strategy.ALL_IN_ONE, storage())))
        .isEmpty();
  }
}
