package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnCluster
class ControlPlaneIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Test
  void makesTheReplicasOfADeploymentAvailable(Cluster cluster) {
    succeeds(cluster.kubectl(
        "create", "deployment", "app", "--image=any", "--replicas=2", "-n", cluster.namespace()));
    await(cluster, "deployment/app", "condition=Available");
    assertThat(cluster
            .admin()
            .apps()
            .deployments()
            .inNamespace(cluster.namespace())
            .withName("app")
            .get()
            .getStatus()
            .getAvailableReplicas())
        .isEqualTo(2);
  }

  @Test
  void completesAJob(Cluster cluster) {
    succeeds(cluster.kubectl("create", "job", "once", "--image=any", "-n", cluster.namespace()));
    await(cluster, "job/once", "condition=Complete");
  }

  @Test
  void removesWhatADeletedOwnerLeavesBehind(Cluster cluster) {
    var owner = create(cluster, configMap("owner", Map.of()));
    var owned = configMap("owned", Map.of());
    owned
        .getMetadata()
        .setOwnerReferences(List.of(new OwnerReferenceBuilder()
            .withApiVersion("v1")
            .withKind("ConfigMap")
            .withName("owner")
            .withUid(owner.getMetadata().getUid())
            .build()));
    create(cluster, owned);

    cluster.admin().resource(owner).delete();

    cluster
        .admin()
        .configMaps()
        .inNamespace(cluster.namespace())
        .withName("owned")
        .waitUntilCondition(Objects::isNull, LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void storesALease(Cluster cluster) {
    var lease = cluster
        .admin()
        .leases()
        .inNamespace(cluster.namespace())
        .resource(new LeaseBuilder()
            .withNewMetadata()
            .withName("leader")
            .endMetadata()
            .withNewSpec()
            .withHolderIdentity("first")
            .endSpec()
            .build())
        .create();
    assertThat(lease.getSpec().getHolderIdentity()).isEqualTo("first");
  }

  @Test
  void allowsTheProductWhatItsManifestsSay(Cluster cluster) {
    assertThat(cluster.product().namespaces().list().getItems())
        .extracting(namespace -> namespace.getMetadata().getName())
        .contains(cluster.namespace());
  }

  @Test
  void refusesTheProductWhatItsManifestsDoNotSay(Cluster cluster) {
    assertThatExceptionOfType(KubernetesClientException.class)
        .isThrownBy(() -> cluster
            .product()
            .resource(new StatefulSetBuilder()
                .withNewMetadata()
                .withName("unwanted")
                .endMetadata()
                .build())
            .create())
        .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(403));
  }

  @Test
  void recordsWhoAskedForWhat(Cluster cluster) {
    cluster.product().namespaces().withName(cluster.namespace()).get();
    var request = new Audit.Request(
        "admin",
        cluster.productAccount(),
        "get",
        "namespaces",
        "",
        cluster.namespace(),
        cluster.namespace(),
        200);
    Eventually.holds(
        "the audit shows the product's request",
        LIMIT,
        () -> cluster.audit().requestsBy(cluster.productAccount()).contains(request));
  }

  @Test
  void takesBackWhatAnApplyNoLongerNames(Cluster cluster) {
    apply(cluster, "jaeger-operator", configMap("applied", Map.of("a", "1", "b", "2")));
    var applied = apply(cluster, "jaeger-operator", configMap("applied", Map.of("a", "1")));
    assertThat(applied.getData()).containsExactly(Map.entry("a", "1"));
    assertThat(applied.getMetadata().getManagedFields())
        .singleElement()
        .satisfies(fields -> assertThat(fields.getManager()).isEqualTo("jaeger-operator"));
  }

  @Test
  void refusesToTakeAFieldFromAnotherManager(Cluster cluster) {
    apply(cluster, "first", configMap("contended", Map.of("a", "1")));
    assertThatExceptionOfType(KubernetesClientException.class)
        .isThrownBy(() -> apply(cluster, "second", configMap("contended", Map.of("a", "2"))))
        .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(409));
  }

  @Test
  void givesKubectlItsInput(Cluster cluster) {
    var namespace = cluster.newNamespace("from kubectl");
    var result = cluster.kubectlWithInput(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: typed}}",
        "apply",
        "-f",
        "-",
        "-n",
        namespace);
    assertThat(result).isEqualTo(new Kubectl.Result(0, "configmap/typed created\n", ""));
  }

  @Test
  void endsWithTheProcessThatStartedItHoweverThatDies() throws Exception {
    var holder = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dbasedir=" + System.getProperty("basedir"),
            "-Dbuild.directory=" + System.getProperty("build.directory"),
            ControlPlaneHolder.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    var folder = holder
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.endsWith("/admin.kubeconfig"))
        .map(Path::of)
        .findFirst()
        .orElseThrow()
        .getParent();
    var servers = servers(folder);
    assertThat(servers).hasSize(5).allMatch(ProcessHandle::isAlive);

    holder.destroyForcibly();

    Eventually.holds(
        "all servers are gone", LIMIT, () -> servers.stream().noneMatch(ProcessHandle::isAlive));
    Eventually.holds("the folder is gone", LIMIT, () -> Files.notExists(folder));
    Files.delete(folder.resolveSibling(folder.getFileName() + ".log"));
  }

  /** The first word of a pid file is the pid. */
  private static List<ProcessHandle> servers(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.pid")) {
      var servers = new ArrayList<ProcessHandle>();
      for (var file : files) {
        var pid = Long.parseLong(Files.readString(file).split(" ", 2)[0]);
        ProcessHandle.of(pid).ifPresent(servers::add);
      }
      return servers;
    }
  }

  private static void await(Cluster cluster, String object, String what) {
    succeeds(cluster.kubectl(
        "wait",
        object,
        "-n",
        cluster.namespace(),
        "--for=" + what,
        "--timeout=" + LIMIT.toSeconds() + "s"));
  }

  private static void succeeds(Kubectl.Result result) {
    assertThat(result.exit()).as(result.err()).isZero();
  }

  private static ConfigMap apply(Cluster cluster, String manager, ConfigMap configMap) {
    return cluster
        .admin()
        .configMaps()
        .inNamespace(cluster.namespace())
        .resource(configMap)
        .fieldManager(manager)
        .serverSideApply();
  }

  private static ConfigMap create(Cluster cluster, ConfigMap configMap) {
    return cluster
        .admin()
        .configMaps()
        .inNamespace(cluster.namespace())
        .resource(configMap)
        .create();
  }

  private static ConfigMap configMap(String name, Map<String, String> data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withData(data)
        .build();
  }
}
