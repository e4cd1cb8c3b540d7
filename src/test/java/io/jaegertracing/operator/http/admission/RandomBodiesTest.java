package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NumericNode;
import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.validation.JaegerRules;
import io.jaegertracing.operator.core.validation.JaegerValidation;
import io.jaegertracing.operator.core.validation.JaegerValidation.Authors;
import io.jaegertracing.operator.support.Seeded;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RandomBodiesTest {
  private static final int FULL_COUNT = 3_000;

  private final long seed = Seeded.series().nextLong();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void everyBodyIsAnsweredWithAVerdictOrABadRequest() throws Exception {
    var count = (int) (FULL_COUNT * Double.parseDouble(System.getProperty("random.share", "0.1")));
    var bodies = new Bodies(new Random(seed));
    try (var server = validating()) {
      verify(server.post("/?timeout=30s", Bodies.whole()), Bodies.whole());
      for (var round = 0; round < count; round++) {
        var body = bodies.next();
        verify(server.post("/?timeout=30s", body), body);
      }
    }
  }

  @Test
  void aJudgeWhoFailsOpenNeverRefusesWhateverItSuffers() throws Exception {
    var count = (int) (FULL_COUNT * Double.parseDouble(System.getProperty("random.share", "0.1")));
    var bodies = new Bodies(new Random(seed));
    try (var server = new AdmissionServer(Map.of("/", Told.open(this::suffering)))) {
      for (var round = 0; round < count; round++) {
        var body = bodies.next();
        var answer = server.post("/?timeout=30s", body);
        verify(answer, body);
        assertThat(answer.body()).doesNotContain("\"allowed\":false");
      }
      assertThat(server.metrics()).contains("outcome=\"allowed\"").contains("outcome=\"failed\"");
    }
  }

  /** Overflows where an object is deep, breaks where a field has another type, and patches what is left. */
  private Ruling suffering(Review review, Facts facts) {
    var object = review.object().orElseThrow();
    if (depth(object) > 100) {
      throw new StackOverflowError();
    }
    var replicas = (NumericNode) object.at("/spec/collector/replicas");
    var patch = json.createArrayNode();
    patch.addObject().put("op", "replace").put("path", "/a").set("value", replicas);
    return Verdict.about(Finding.of(Reason.INJECTED, ""), Optional.of(patch), List.of());
  }

  private static int depth(JsonNode tree) {
    var deepest = 0;
    for (var child : tree) {
      deepest = Math.max(deepest, depth(child));
    }
    return deepest + 1;
  }

  private void verify(HttpResponse<String> answer, byte[] body) throws Exception {
    var sent =
        new String(body, 0, Math.min(body.length, 4_000), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as("seed %d: %s", seed, sent).isIn(200, 400);
    if (answer.statusCode() == 400) {
      assertThat(answer.body()).isEqualTo("bad request\n");
    } else {
      var response = json.readTree(answer.body()).path("response");
      assertThat(response.path("uid").asText()).as("seed %d: %s", seed, sent).isNotEmpty();
      assertThat(response.path("allowed").isBoolean()).isTrue();
      assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\\tat ");
    }
  }

  private static AdmissionServer validating() throws Exception {
    var platform = Plans.of(Strategy.ALL_IN_ONE).build().platform();
    var options = OptionLists.read();
    return new AdmissionServer(Map.of(
        "/",
        new JaegerValidation(
            elasticsearches -> new JaegerRules(platform, elasticsearches, options),
            Authors.WARNED)));
  }
}
