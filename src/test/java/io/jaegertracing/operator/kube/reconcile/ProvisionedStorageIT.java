package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.reconcile.Offer;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Storage that another operator runs for a Jaeger, with a test in the role of that operator. */
@OnCluster
class ProvisionedStorageIT {
  private static final OwnedKind[] STRIMZI = {
    OwnedKind.KAFKA, OwnedKind.KAFKA_NODE_POOL, OwnedKind.KAFKA_USER
  };
  private static final String STREAMING =
      "{strategy: streaming, collector: {autoscale: false}, ingester: {autoscale: false}, storage: {type: elasticsearch, options: {es.server-urls: 'http://es:9200'}}}";
  private static final String SELF =
      "{strategy: production, collector: {autoscale: false}, storage: {type: elasticsearch, elasticsearch: {nodeCount: 1}}}";

  @Test
  void programsFollowTheirKafkaAndGoOnWithoutIt(Cluster cluster) {
    var namespace = cluster.newNamespace("kafka");
    try (var backend = Backend.of().amid(STRIMZI).in(cluster, namespace)) {
      backend.jaeger(namespace, "stream", STREAMING);
      backend.begin();

      backend.eventually(namespace, "stream", "it waits for Kafka", waitsFor("Kafka"));
      assertThat(backend.objects(namespace, "stream")).noneMatch(one -> one.contains("Deployment"));
      assertThat(backend.exists(Backend.path(OwnedKind.KAFKA_NODE_POOL, namespace, "stream-kafka")))
          .as("the brokers of a Kafka that gets ready")
          .isTrue();
      backend.status(
          OwnedKind.KAFKA, namespace, "stream", "{conditions: [{type: Ready, status: 'True'}]}");
      backend.eventually(namespace, "stream", "it waits for the user", waitsFor("KafkaUser"));
      backend.status(
          OwnedKind.KAFKA_USER,
          namespace,
          "stream",
          "{conditions: [{type: Ready, status: 'True'}]}");
      backend.eventuallyReady(namespace, "stream");

      assertThat(backend.objects(namespace, "stream"))
          .contains("Deployment/stream-collector", "Deployment/stream-ingester");
    }
  }

  @Test
  void brokersInPoolsOfSomebodyElseGetNoPoolOfOurs(Cluster cluster) {
    var namespace = cluster.newNamespace("pools");
    try (var backend = Backend.of().amid(STRIMZI).in(cluster, namespace)) {
      backend.apply(namespace, """
          apiVersion: kafka.strimzi.io/v1beta2
          kind: KafkaNodePool
          metadata: {name: theirs, labels: {strimzi.io/cluster: stream}}
          """);
      backend.jaeger(namespace, "stream", STREAMING);
      backend.begin();

      backend.eventually(namespace, "stream", "it waits for Kafka", waitsFor("Kafka"));
      var ours = Backend.path(OwnedKind.KAFKA_NODE_POOL, namespace, "stream-kafka");
      assertThat(backend.exists(ours)).isFalse();

      backend.run(namespace, "delete", "kafkanodepools.kafka.strimzi.io", "theirs");
      backend.eventually("it is followed", () -> backend.exists(ours));
    }
  }

  @Test
  void anElasticsearchGetsCertificatesOfItsOwnAuthority(Cluster cluster) throws Exception {
    var namespace = cluster.newNamespace("search");
    try (var backend = Backend.of().amid(OwnedKind.ELASTICSEARCH).in(cluster, namespace)) {
      backend.jaeger(namespace, "own", SELF);
      backend.begin();

      backend.eventually(namespace, "own", "it waits for Elasticsearch", waitsFor("Elasticsearch"));
      var authority = certificate(backend, namespace, "own-master-certs", "ca");
      for (var one : new String[][] {
        {"elasticsearch", "elasticsearch.crt"},
        {"elasticsearch", "logging-es.crt"},
        {"elasticsearch", "admin-cert"},
        {"own-jaeger-elasticsearch", "cert"},
        {"own-curator", "cert"}
      }) {
        certificate(backend, namespace, one[0], one[1]).verify(authority.getPublicKey());
      }
      backend.status(
          OwnedKind.ELASTICSEARCH, namespace, "elasticsearch", "{cluster: {status: green}}");
      backend.eventuallyReady(namespace, "own");
      backend.end();
      var passes = backend.passes("settled");
      var writes = backend.writes(namespace).size();
      backend.begin();
      backend.eventually("it looked again", () -> backend.passes("settled") > passes);
      assertThat(backend.writes(namespace)).hasSize(writes);

      backend.run(namespace, "delete", "secret", "own-master-certs");
      backend.eventually(
          "all are signed by the new authority",
          () -> backend.exists("/api/v1/namespaces/" + namespace + "/secrets/own-master-certs")
              && !text(backend, namespace, "own-master-certs", "ca").isEmpty()
              && text(backend, namespace, "own-curator", "ca")
                  .equals(text(backend, namespace, "own-master-certs", "ca")));
      assertThat(certificate(backend, namespace, "own-master-certs", "ca")).isNotEqualTo(authority);
      certificate(backend, namespace, "own-curator", "cert")
          .verify(certificate(backend, namespace, "own-master-certs", "ca").getPublicKey());
    }
  }

  @Test
  void theNodesOfTheElasticsearchOfSomebodyElseCount(Cluster cluster) {
    var namespace = cluster.newNamespace("shared");
    try (var backend = Backend.of().amid(OwnedKind.ELASTICSEARCH).in(cluster, namespace)) {
      backend.apply(namespace, """
          apiVersion: logging.openshift.io/v1
          kind: Elasticsearch
          metadata: {name: shared}
          spec: {nodes: [{nodeCount: 3}, {nodeCount: 4}]}
          """);
      backend.jaeger(
          namespace,
          "guest",
          SELF.replace(
              "{nodeCount: 1}", "{name: shared, doNotProvision: true, useCertManagement: true}"));

      backend.begin().eventuallyReady(namespace, "guest");

      assertThat(backend.deployment(namespace, "guest-collector").toString())
          .contains("--es.num-shards=7");

      backend.run(
          namespace,
          "patch",
          "elasticsearches.logging.openshift.io",
          "shared",
          "--type=merge",
          "--patch={\"spec\": {\"nodes\": [{\"nodeCount\": 9}]}}");
      backend.eventually(
          "it is followed",
          () ->
              backend.deployment(namespace, "guest-collector").toString().contains("num-shards=9"));
    }
  }

  @Test
  void whatTheOperatorWasToldNotToMakeIsSaid(Cluster cluster) {
    var namespace = cluster.newNamespace("declined");
    try (var backend =
        Backend.of().amid(STRIMZI).declining(Offer.OF_KAFKA).in(cluster, namespace)) {
      backend.jaeger(namespace, "stream", STREAMING);
      backend.begin();

      backend.eventually(
          namespace,
          "stream",
          "it says so",
          jaeger -> Backend.condition(jaeger, "Ready")
              .path("message")
              .asText()
              .contains("--kafka-provision=no"));
      assertThat(Backend.condition(backend.jaeger(namespace, "stream"), "StorageReady")
              .path("reason")
              .asText())
          .isEqualTo("StorageNotServed");
      assertThat(backend.objects(namespace, "stream")).isEmpty();
    }
  }

  @Test
  void whatTheClusterDoesNotServeIsSaid(Cluster cluster) {
    OtherKinds.absent(cluster, OwnedKind.SERVICE_MONITOR, OwnedKind.ELASTICSEARCH);
    var namespace = cluster.newNamespace("unserved");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "own", SELF);
      backend.jaeger(namespace, "watched", "{serviceMonitor: {enabled: true}}");
      backend.begin().eventuallyReady(namespace, "watched");

      assertThat(Backend.condition(backend.jaeger(namespace, "watched"), "Ready")
              .path("message")
              .asText())
          .contains("ServiceMonitor " + namespace + "/");
      backend.eventually(
          namespace,
          "own",
          "it says so",
          jaeger -> Backend.condition(jaeger, "Ready")
              .path("message")
              .asText()
              .contains("the cluster does not serve the kind Elasticsearch"));
    }
  }

  private static Predicate<JsonNode> waitsFor(String kind) {
    return jaeger ->
        Backend.condition(jaeger, "StorageReady").path("message").asText().startsWith(kind + " ");
  }

  private static String text(Backend backend, String namespace, String secret, String key) {
    var data = backend.admin().get("/api/v1/namespaces/" + namespace + "/secrets/" + secret);
    return new String(
        Base64.getDecoder().decode(data.path("data").path(key).asText()),
        StandardCharsets.US_ASCII);
  }

  private static X509Certificate certificate(
      Backend backend, String namespace, String secret, String key) throws CertificateException {
    var pem = text(backend, namespace, secret, key);
    return (X509Certificate) CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }
}
