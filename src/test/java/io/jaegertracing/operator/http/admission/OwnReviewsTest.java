package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.injection.InjectionJudge;
import io.jaegertracing.operator.core.inject.Scene;
import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The process asks itself about workloads of a cluster that there is not. */
class OwnReviewsTest {
  private static final String DEPLOYMENT = """
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u-1","namespace":"shop","operation":"CREATE",
      "kind":{"group":"apps","version":"v1","kind":"Deployment"},"resource":{"group":"apps","version":"v1","resource":"deployments"},
      "object":{"metadata":{"name":"web","annotations":{"sidecar.jaegertracing.io/inject":"true"}},
      "spec":{"template":{"spec":{"containers":[{"name":"web","image":"web"}]}}}}}}""";

  private final List<String> touched = new CopyOnWriteArrayList<>();

  @Test
  void theyAreInjectedThoughTheClusterHasNoJaegerAndIsNotAsked() throws Exception {
    try (var server = new AdmissionServer(court(), Limits.usual())) {
      assertThat(reason(server, AdmissionServer.SECRET.value())).isEqualTo("injected");
      assertThat(touched).isEmpty();
    }
  }

  @Test
  void reviewsOfOthersAreAboutTheRealCluster() throws Exception {
    try (var server = new AdmissionServer(court(), Limits.usual())) {
      assertThat(reason(server, "a-guess")).isEqualTo("no-instance");
      server.metrics();
      assertThat(touched).containsExactly("snapshot", "lookups", "observer");
    }
  }

  private Court court() {
    return new Court(
        new TreeMap<>(Map.<String, Judge>of("/", new InjectionJudge(Scene.POLICY))),
        () -> {
          touched.add("snapshot");
          return JaegersOnly.of().withoutNamespaces();
        },
        (lookups, budget) -> {
          touched.add("lookups");
          return Future.succeededFuture(Map.of());
        },
        (review, verdict) -> touched.add("observer"),
        Set.of());
  }

  private static String reason(AdmissionServer server, String secret) throws Exception {
    var request = server
        .request("/")
        .header("Content-Type", "application/json")
        .header("X-Jaeger-Operator-Rehearsal", secret)
        .POST(HttpRequest.BodyPublishers.ofString(DEPLOYMENT));
    return new ObjectMapper()
        .readTree(server.send(request).body())
        .at("/response/auditAnnotations/reason")
        .asText();
  }
}
