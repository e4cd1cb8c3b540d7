package io.jaegertracing.operator.core.admission;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {
  @Test
  void answersInTheVersionAndWithTheUidOfTheQuestion() throws Exception {
    for (var version : List.of("admission.k8s.io/v1", "admission.k8s.io/v1beta1")) {
      var review = review("{\"apiVersion\":\"" + version
              + "\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\"}}")
          .orElseThrow();
      assertThat(Verdict.allowed().answer(review).toString())
          .isEqualTo("{\"apiVersion\":\"" + version
              + "\",\"kind\":\"AdmissionReview\",\"response\":{\"uid\":\"u\",\"allowed\":true}}");
    }
  }

  @Test
  void aRefusalNamesEachField() throws Exception {
    var review = review(
            "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\",\"name\":\"n\",\"kind\":{\"group\":\"g\",\"version\":\"v1\",\"kind\":\"K\"}}}")
        .orElseThrow();
    var refusal =
        new Refusal(422, "Invalid", "no", List.of(new Refusal.Cause("code", "spec.x", "not so")));
    var audit = new TreeMap<String, String>();
    audit.put("refused-by", "code");
    var verdict = Verdict.of(Optional.of(refusal), List.of("mind"), audit);
    assertThat(verdict.answer(review).path("response").toString())
        .isEqualTo(
            "{\"uid\":\"u\",\"allowed\":false,\"status\":{\"status\":\"Failure\",\"code\":422,\"reason\":\"Invalid\",\"message\":\"no\",\"details\":{\"group\":\"g\",\"kind\":\"K\",\"name\":\"n\",\"causes\":[{\"reason\":\"code\",\"field\":\"spec.x\",\"message\":\"not so\"}]}},\"warnings\":[\"mind\"],\"auditAnnotations\":{\"refused-by\":\"code\"}}");
  }

  @Test
  void warningsFitIntoWhatAnApiServerPassesOn() {
    var verdict =
        Verdict.of(Optional.empty(), Collections.nCopies(100, "😀\n".repeat(300)), new TreeMap<>());
    assertThat(verdict.warnings())
        .allMatch(line -> line.codePointCount(0, line.length()) <= 256 && !line.contains("\n"))
        .last()
        .isEqualTo("85 more warnings are not shown");
    assertThat(verdict.warnings().stream()
            .mapToInt(line -> line.codePointCount(0, line.length()))
            .sum())
        .isLessThanOrEqualTo(4096);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\"}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{}}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"\"}}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":5}}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":null}}",
        "{\"apiVersion\":\"admission.k8s.io/v2\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\"}}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"Review\",\"request\":{\"uid\":\"u\"}}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\",\"object\":[]}}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\",\"operation\":1}}",
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\",\"dryRun\":\"no\"}}"
      })
  void whatIsNoReviewIsNone(String body) throws Exception {
    assertThat(review(body)).isEmpty();
  }

  private static Optional<Review> review(String body) throws Exception {
    return Review.of(new ObjectMapper().readTree(body));
  }
}
