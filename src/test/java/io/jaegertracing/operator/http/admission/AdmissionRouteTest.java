package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Refusal;
import io.jaegertracing.operator.core.admission.Verdict;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionRouteTest {
  private static final String REVIEW =
      "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u-1\"}}";

  private AdmissionServer server;

  @BeforeEach
  void open() throws Exception {
    var refusal = new Refusal(422, "Invalid", "no", List.of());
    server = new AdmissionServer(Map.of(
        "/yes", Told.closed((review, facts) -> Verdict.allowed()),
        "/no",
            Told.closed((review, facts) ->
                Verdict.of(Optional.of(refusal), List.of("mind this"), new TreeMap<>())),
        "/broken",
            Told.closed((review, facts) -> {
              throw new IllegalStateException("a secret of " + review.uid());
            })));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aReviewIsAnsweredWithTheVerdictOfItsPath() throws Exception {
    var yes = server.post("/yes", bytes(REVIEW));
    assertThat(yes.statusCode()).isEqualTo(200);
    assertThat(yes.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(yes.body())
        .isEqualTo(
            "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"response\":{\"uid\":\"u-1\",\"allowed\":true}}");
    var no = server.post("/no", bytes(REVIEW));
    assertThat(no.statusCode()).isEqualTo(200);
    assertThat(no.body()).contains("\"allowed\":false").contains("\"warnings\":[\"mind this\"]");
  }

  @Test
  void onlyPostIsAnswered() throws Exception {
    for (var method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      var answer = server.send("/yes", method, "application/json", bytes(REVIEW));
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }
  }

  @Test
  void onlyJsonIsRead() throws Exception {
    for (var type : List.of("", "text/plain", "application/yaml", "application/jsonx", ";")) {
      assertThat(server.send("/yes", "POST", type, bytes(REVIEW)).statusCode())
          .as(type)
          .isEqualTo(415);
    }
    for (var type : List.of("application/json; charset=utf-8", "Application/JSON")) {
      assertThat(server.send("/yes", "POST", type, bytes(REVIEW)).statusCode())
          .as(type)
          .isEqualTo(200);
    }
  }

  @Test
  void aBodyOverSevenMebibytesIsTooLarge() throws Exception {
    var limit = 7 * 1024 * 1024;
    assertThat(server.post("/yes", padded(limit)).statusCode()).isEqualTo(200);
    assertThat(server.post("/yes", padded(limit + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void aLargeBodyWithoutALengthIsTooLargeOnceItIs() throws Exception {
    var chunks = HttpRequest.BodyPublishers.ofInputStream(
        () -> new ByteArrayInputStream(padded(8 * 1024 * 1024)));
    var answer = server.send(
        server.request("/yes").header("Content-Type", "application/json").POST(chunks));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("the body is too large\n");
    assertThat(server.metrics())
        .contains("jaeger_operator_admission_seconds_count{outcome=\"too_large\",path=\"/yes\"} 1")
        .contains("jaeger_operator_admission_buffered_bytes 0.0");
  }

  @Test
  void aClientThatAsksWhetherItMaySendIsToldToGoOn() throws Exception {
    var body = HttpRequest.BodyPublishers.ofString(REVIEW);
    var answer = server.send(server
        .request("/yes")
        .header("Content-Type", "application/json")
        .expectContinue(true)
        .POST(body));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void theAnswerIsInTheVersionOfTheQuestion() throws Exception {
    var older = REVIEW.replace("admission.k8s.io/v1", "admission.k8s.io/v1beta1");
    assertThat(server.post("/yes", bytes(older)).body())
        .contains("\"apiVersion\":\"admission.k8s.io/v1beta1\"");
  }

  @Test
  void whatIsNestedTooDeeplyIsABadRequest() throws Exception {
    for (var depth : List.of(240, 260, 100_000)) {
      assertThat(server.post("/yes", bytes(nested(depth))).statusCode())
          .isEqualTo(depth < 250 ? 200 : 400);
    }
  }

  private static String nested(int depth) {
    var object = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    return REVIEW.replace("\"uid\"", "\"object\":" + object + ",\"uid\"");
  }

  @Test
  void whatIsNoReviewIsABadRequest() throws Exception {
    for (var body : List.of("", " ", "{}", "[]", "null", "5", "{", REVIEW + "x", REVIEW + REVIEW)) {
      var answer = server.post("/yes", bytes(body));
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("bad request\n");
    }
  }

  @Test
  void aBrokenJudgeIsAnErrorThatTellsNothing() throws Exception {
    var answer = server.post("/broken", bytes(REVIEW));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("internal error\n");
  }

  @Test
  void everyReviewIsMeasuredByPathAndOutcome() throws Exception {
    server.post("/yes", bytes(REVIEW));
    server.post("/yes", bytes("{}"));
    server.post("/no", bytes(REVIEW));
    server.post("/broken", bytes(REVIEW));
    var name = "jaeger_operator_admission_seconds_count";
    assertThat(server.metrics())
        .contains(name + "{outcome=\"allowed\",path=\"/yes\"} 1")
        .contains(name + "{outcome=\"malformed\",path=\"/yes\"} 1")
        .contains(name + "{outcome=\"refused\",path=\"/no\"} 1")
        .contains(name + "{outcome=\"failed\",path=\"/broken\"} 1")
        .contains("jaeger_operator_admission_seconds_bucket")
        .contains("le=\"1.0E-4\"");
  }

  private static byte[] padded(int size) {
    return bytes(REVIEW + " ".repeat(size - REVIEW.length()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
