package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfElasticsearch;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.options.OptionCatalogue;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.validation.JaegerValidation.Authors;
import io.jaegertracing.operator.documents.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a cluster is asked about a Jaeger, and what becomes of the answers. */
class AskingValidationTest {
  private static final Requester ALICE =
      new Requester("alice", "u1", List.of("team"), new TreeMap<>(Map.of("scopes", List.of("a"))));
  private static final OfRight DEPLOYMENTS = new OfRight(ALICE, "apps", "deployments", "obs");
  private static final OfRight DAEMON_SETS = new OfRight(ALICE, "apps", "daemonsets", "obs");
  private static final String WITH_AGENTS = "{agent: {strategy: DaemonSet}}";
  private static final String ELSEWHERE = "{strategy: production, storage: {type: elasticsearch,"
      + " elasticsearch: {name: big, doNotProvision: true}}}";

  @Test
  void itIsAskedWhetherTheAuthorMayCreateWhatTheJaegerBecomes() {
    assertThat(asked(Authors.WARNED, create(WITH_AGENTS)))
        .containsExactlyInAnyOrder(DEPLOYMENTS, DAEMON_SETS);
    assertThat(asked(Authors.REFUSED, create("{}"))).containsExactly(DEPLOYMENTS);
  }

  @Test
  void nobodyIsAskedAboutWhoIsTrustedOrUnknown() {
    assertThat(verdict(Authors.TRUSTED, create("{}"), right -> granted(false)))
        .isEqualTo(Verdict.allowed());
    assertThat(verdict(
            Authors.REFUSED, by(Requester.NOBODY, "CREATE", "{}", "{}"), right -> granted(false)))
        .isEqualTo(Verdict.allowed());
  }

  @Test
  void aChangeOfTheSpecIsAskedAboutAndNoOther() {
    assertThat(asked(Authors.WARNED, by(ALICE, "UPDATE", "{agent: {image: other}}", "{}")))
        .containsExactly(DEPLOYMENTS);
    assertThat(verdict(Authors.REFUSED, by(ALICE, "UPDATE", "{}", "{}"), right -> granted(false)))
        .isEqualTo(Verdict.allowed());
  }

  @Test
  void whoMayNotIsWarnedOrRefusedWithEveryMissingRight() {
    var warned = verdict(Authors.WARNED, create(WITH_AGENTS), right -> granted(false));
    assertThat(warned.isAllowed()).isTrue();
    assertThat(warned.audit().get("warned-of")).contains("requester-rights");
    assertThat(String.join("", warned.warnings()))
        .contains(
            "[requester-rights] spec: \"alice\" may not create what this Jaeger becomes; ask for the right to create ")
        .contains("daemonsets.apps, deployments.apps in namespace obs");

    var refused =
        verdict(Authors.REFUSED, create(WITH_AGENTS), right -> granted(!right.equals(DAEMON_SETS)));
    assertThat(refused.refusal().orElseThrow().message())
        .contains("daemonsets.apps in namespace obs")
        .doesNotContain("deployments.apps");
  }

  @Test
  void whoMayIsNotEvenTold() {
    assertThat(verdict(Authors.REFUSED, create("{}"), right -> granted(true)))
        .isEqualTo(Verdict.allowed());
  }

  @Test
  void silenceIsAWarningAndNothingMore() {
    var verdict =
        verdict(Authors.REFUSED, create("{}"), right -> new Answer.Unanswered("it takes too long"));
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .containsExactly(
            "[requester-rights] whether alice may create what this Jaeger becomes is not known: it takes too long");
  }

  @Test
  void anElasticsearchThatSomebodyElseProvidesIsAskedFor() {
    var asked = new OfElasticsearch("obs", "big");
    assertThat(asked(Authors.TRUSTED, create(ELSEWHERE))).containsExactly(asked);
    assertThat(verdict(Authors.TRUSTED, create(ELSEWHERE), any -> new Answer.Absent())
            .refusal()
            .orElseThrow()
            .message())
        .contains(
            "[missing-elasticsearch] spec.storage.elasticsearch.name: \"big\" does not exist");
    assertThat(verdict(Authors.TRUSTED, create(ELSEWHERE), any -> new Answer.KindAbsent()))
        .isEqualTo(Verdict.allowed());
    assertThat(verdict(Authors.TRUSTED, create(ELSEWHERE), any -> granted(true)))
        .isEqualTo(Verdict.allowed());
    assertThat(verdict(Authors.TRUSTED, create(ELSEWHERE), any -> new Answer.Unanswered("silence"))
            .warnings())
        .containsExactly(
            "[missing-elasticsearch] whether the Elasticsearch big exists is not known: silence");
  }

  private static Answer granted(boolean allowed) {
    return new Answer.Found(JsonNodeFactory.instance.objectNode().put("allowed", allowed));
  }

  private static Set<Lookup> asked(Authors authors, Review review) {
    return ((Question) judge(authors).judge(review, Facts.of(Scene.of()))).lookups();
  }

  private static Verdict verdict(Authors authors, Review review, Function<Lookup, Answer> answers) {
    var facts = Facts.of(Scene.of());
    var ruling = judge(authors).judge(review, facts);
    if (ruling instanceof Question question) {
      ruling = judge(authors)
          .judge(
              review,
              facts.and(question.lookups().stream()
                  .collect(Collectors.toMap(Function.identity(), answers))));
    }
    return (Verdict) ruling;
  }

  private static JaegerValidation judge(Authors authors) {
    var platform = Plans.of(Strategy.ALL_IN_ONE).build().platform();
    return new JaegerValidation(
        elasticsearches -> new JaegerRules(platform, elasticsearches, OptionCatalogue.EMPTY),
        authors);
  }

  private static Review create(String spec) {
    return by(ALICE, "CREATE", spec, "{}");
  }

  private static Review by(Requester requester, String operation, String spec, String old) {
    return new Review(
        "admission.k8s.io/v1",
        "uid",
        new Review.Kind("jaegertracing.io", "v1", "Jaeger"),
        new Review.Resource("jaegertracing.io", "v1", "jaegers"),
        "",
        operation,
        "obs",
        "tracing",
        false,
        Optional.of(jaeger(spec)),
        Optional.of(jaeger(old)),
        requester);
  }

  private static JsonNode jaeger(String spec) {
    return Documents.read("test", "{metadata: {name: tracing}, spec: " + spec + "}")
        .get(0)
        .tree();
  }
}
