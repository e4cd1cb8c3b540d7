package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jaegertracing.operator.core.operand.Confidential;
import io.jaegertracing.operator.core.operand.Confidential.Content;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Arguments;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.Storage.Elasticsearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How programs and jobs reach an Elasticsearch that another operator runs for this Jaeger. */
public final class SelfElasticsearch {
  private static final String VOLUME = "certs";
  private static final String FOLDER = "/certs";

  private SelfElasticsearch() {}

  /** A Deployment whose program speaks to this Elasticsearch; any other comes back as it is. */
  public static Deployment into(JaegerPlan plan, Deployment deployment) {
    return cluster(plan)
        .filter(any -> isStoredInElasticsearch(deployment))
        .map(cluster -> connected(plan, cluster, deployment))
        .orElse(deployment);
  }

  /** The Secrets with the certificates, where the operator of Elasticsearch does not make them itself. */
  public static Stream<Confidential> certificates(JaegerPlan plan) {
    var owner = plan.owner();
    return cluster(plan).filter(cluster -> !cluster.certManagement()).stream()
        .flatMap(cluster -> Stream.of(
            Confidential.of(owner, owner.name() + "-master-certs", Content.AUTHORITY),
            // Named so by the operator of Elasticsearch, whatever the cluster is called.
            Confidential.of(owner, "elasticsearch", Content.NODES),
            Confidential.of(
                owner, ElasticsearchCluster.programSecret(owner, cluster), Content.PROGRAMS),
            Confidential.of(
                owner,
                ElasticsearchCluster.maintenanceSecret(owner, cluster),
                Content.MAINTENANCE)));
  }

  static Optional<String> url(JaegerPlan plan) {
    return cluster(plan)
        .map(cluster -> "https://" + cluster.name() + "." + plan.owner().namespace()
            + ".svc.cluster.local:9200");
  }

  /** The certificates of those who may change indices. */
  static Stream<Wiring> maintenance(JaegerPlan plan) {
    return cluster(plan).stream()
        .map(cluster ->
            certificates(ElasticsearchCluster.maintenanceSecret(plan.owner(), cluster), List.of()));
  }

  static Stream<EnvVar> variables(JaegerPlan plan) {
    return cluster(plan).stream()
        .flatMap(cluster -> Stream.of(
            Pods.variable("ES_TLS_ENABLED", "true"),
            Pods.variable("ES_TLS_CA", Files.of(cluster).authority()),
            Pods.variable("ES_TLS_KEY", Files.of(cluster).key()),
            Pods.variable("ES_TLS_CERT", Files.of(cluster).certificate()),
            Pods.variable("SHARDS", Integer.toString(cluster.nodes())),
            Pods.variable("REPLICAS", Integer.toString(replicas(cluster)))));
  }

  /** One process that stores for itself is not worth a cluster. */
  static Optional<Elasticsearch> cluster(JaegerPlan plan) {
    return plan.storage().selfProvisioned().filter(any -> plan.strategy() != Strategy.ALL_IN_ONE);
  }

  private static boolean isStoredInElasticsearch(Deployment deployment) {
    var storage = Pods.variable("SPAN_STORAGE_TYPE", Storage.Type.ELASTICSEARCH.word());
    return deployment
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0)
        .getEnv()
        .contains(storage);
  }

  private static Deployment connected(
      JaegerPlan plan, Elasticsearch cluster, Deployment deployment) {
    var pod = deployment.getSpec().getTemplate().getSpec();
    var program = pod.getContainers().get(0);
    var arguments = arguments(plan, cluster, program.getArgs());
    var wired = Wiring.onto(
        Common.base(Map.of(), Map.of()).and(pod.getVolumes(), program.getVolumeMounts()),
        List.of(
            certificates(ElasticsearchCluster.programSecret(plan.owner(), cluster), arguments)));
    return new DeploymentBuilder(deployment)
        .editSpec()
        .editTemplate()
        .editSpec()
        .withVolumes(wired.volumes())
        .editContainer(0)
        .addAllToArgs(arguments)
        .withVolumeMounts(wired.volumeMounts())
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static Wiring certificates(String secret, List<String> arguments) {
    return new Wiring(
        new VolumeBuilder()
            .withName(VOLUME)
            .withNewSecret()
            .withSecretName(secret)
            .endSecret()
            .build(),
        new VolumeMountBuilder()
            .withName(VOLUME)
            .withMountPath(FOLDER)
            .withReadOnly(true)
            .build(),
        arguments);
  }

  /** The archive is kept in the same cluster, and has flags of its own. */
  private static List<String> arguments(
      JaegerPlan plan, Elasticsearch cluster, List<String> given) {
    var archived = given.stream()
        .filter(argument -> argument.startsWith("--es-archive.enabled"))
        .findFirst()
        .filter("--es-archive.enabled=true"::equalsIgnoreCase)
        .isPresent();
    return (archived ? Stream.of("--es.", "--es-archive.") : Stream.of("--es."))
        .flatMap(prefix -> Stream.concat(
            Stream.of(prefix + "server-urls=" + url(plan).orElse("")),
            arguments(prefix, cluster, given)))
        .toList();
  }

  private static Stream<String> arguments(
      String prefix, Elasticsearch cluster, List<String> given) {
    var files = Files.of(cluster);
    return Stream.of(
            Arguments.any(given, prefix + "tls=")
                ? Stream.<String>empty()
                : unless(given, prefix + "tls.enabled=", "true"),
            Stream.of(
                prefix + "tls.ca=" + files.authority(),
                prefix + "tls.cert=" + files.certificate(),
                prefix + "tls.key=" + files.key()),
            unless(given, prefix + "timeout", "=15s"),
            unless(given, prefix + "num-shards", "=" + cluster.nodes()),
            unless(given, prefix + "num-replicas", "=" + replicas(cluster)))
        .flatMap(some -> some);
  }

  private static Stream<String> unless(List<String> given, String prefix, String rest) {
    return Arguments.any(given, prefix) ? Stream.empty() : Stream.of(prefix + rest);
  }

  /** Copies of a shard beside itself. */
  private static int replicas(Elasticsearch cluster) {
    return switch (cluster.redundancy()) {
      case "FullRedundancy" -> cluster.nodes() - 1;
      case "MultipleRedundancy" -> (cluster.nodes() - 1) / 2;
      case "ZeroRedundancy" -> 0;
      default -> 1;
    };
  }

  /** Whoever makes the certificates names their files. */
  private record Files(String authority, String certificate, String key) {
    static Files of(Elasticsearch cluster) {
      return cluster.certManagement()
          ? new Files(FOLDER + "/ca-bundle.crt", FOLDER + "/tls.crt", FOLDER + "/tls.key")
          : new Files(FOLDER + "/ca", FOLDER + "/cert", FOLDER + "/key");
    }
  }
}
