package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests of an API server, and what is read from their answers. */
final class Reviewed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Reviewed() {}

  static byte[] pod(boolean dryRun) {
    return review("Pod", dryRun, 0);
  }

  /** With some bytes that mean nothing in its object, which comes last. */
  static byte[] review(String kind, boolean dryRun, int padding) {
    return """
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u-1",
        "kind":{"group":"","version":"v1","kind":"%s"},"name":"web","namespace":"shop","operation":"CREATE",
        "dryRun":%b,"object":{"spec":{"padding":"%s"}}}}""".formatted(kind, dryRun, "x".repeat(padding)).getBytes(StandardCharsets.UTF_8);
  }

  /** The reason of an answer that stands in nobody's way. */
  static String reason(HttpResponse<String> answer) throws Exception {
    return audit(answer).path("reason").asText();
  }

  static String detail(HttpResponse<String> answer) throws Exception {
    return audit(answer).path("detail").asText();
  }

  private static JsonNode audit(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var response = JSON.readTree(answer.body()).path("response");
    assertThat(response.path("uid").asText()).isEqualTo("u-1");
    assertThat(response.path("allowed").booleanValue()).isTrue();
    assertThat(response.has("patch")).isFalse();
    return response.path("auditAnnotations");
  }
}
