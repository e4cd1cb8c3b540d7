package io.jaegertracing.operator.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.support.cluster.Cluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A webhook of somebody else that is called after ours, and again whenever ours has changed a Pod. */
final class LaterWebhook implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final char[] NO_PASSWORD = new char[0];

  private final AtomicInteger asked = new AtomicInteger();
  private final HttpsServer server;
  private final Cluster cluster;
  private final MutatingWebhookConfiguration registered;

  /** What is changed is the business of the meddler: it gets the Pod, and the list for its RFC 6902 operations. */
  LaterWebhook(
      Cluster cluster, Path folder, String namespace, BiConsumer<JsonNode, ArrayNode> meddler)
      throws Exception {
    this.cluster = cluster;
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity(folder)));
    server.createContext("/", exchange -> {
      asked.incrementAndGet();
      answer(exchange, meddler);
    });
    server.start();
    this.registered = register(folder, namespace);
  }

  private static SSLContext identity(Path folder) throws Exception {
    var certificate = new DevelopmentCertificates(folder, "--cert-dir", Clock.systemUTC()).ready();
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own", certificate.key(), NO_PASSWORD, certificate.chain().toArray(X509Certificate[]::new));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void answer(HttpExchange exchange, BiConsumer<JsonNode, ArrayNode> meddler)
      throws IOException {
    try (exchange) {
      var request = JSON.readTree(exchange.getRequestBody()).path("request");
      var operations = JsonNodeFactory.instance.arrayNode();
      meddler.accept(request.path("object"), operations);
      var review = JSON.createObjectNode();
      review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
      var response = review.putObject("response");
      response.put("uid", request.path("uid").asText()).put("allowed", true);
      response
          .put("patchType", "JSONPatch")
          .put("patch", operations.toString().getBytes(StandardCharsets.UTF_8));
      var body = JSON.writeValueAsBytes(review);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Configurations are asked in the order of their names. */
  private MutatingWebhookConfiguration register(Path folder, String namespace) throws IOException {
    var authority =
        Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("ca.crt")));
    var configuration = new MutatingWebhookConfigurationBuilder()
        .withNewMetadata()
        .withName("zz-later-" + namespace)
        .endMetadata()
        .addNewWebhook()
        .withName("later.example.com")
        .withNewClientConfig()
        .withUrl("https://127.0.0.1:" + server.getAddress().getPort() + "/")
        .withCaBundle(authority)
        .endClientConfig()
        .addNewRule()
        .withApiGroups("")
        .withApiVersions("v1")
        .withResources("pods")
        .withOperations("CREATE")
        .endRule()
        .withFailurePolicy("Fail")
        .withReinvocationPolicy("IfNeeded")
        .withSideEffects("None")
        .withAdmissionReviewVersions("v1")
        .withNewNamespaceSelector()
        .addToMatchLabels("kubernetes.io/metadata.name", namespace)
        .endNamespaceSelector()
        .endWebhook()
        .build();
    return cluster.admin().resource(configuration).create();
  }

  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    cluster.admin().resource(registered).delete();
    server.stop(0);
  }
}
