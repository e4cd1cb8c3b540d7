package io.jaegertracing.operator.core.reconcile.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.reconcile.Agenda;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.Kids;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.status.StatusTree.News;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTreeTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final JsonNode NONE = Kids.yaml("{}");
  private static final String READY =
      "{generation: 1, spec: {replicas: 2}, status: {observedGeneration: 1, replicas: 2, updatedReplicas: 2, availableReplicas: 2, readyReplicas: 2}}";
  private static final String HALF = READY.replace(
      "availableReplicas: 2, readyReplicas: 2", "availableReplicas: 1, readyReplicas: 1");

  private final Desired program = Kids.wanted(
      OwnedKind.DEPLOYMENT, "query", "{template: {spec: {containers: [{image: example/query}]}}}");
  private final Desired service =
      Kids.wanted(OwnedKind.SERVICE, "query", "{ports: [{name: http-query, port: 80}]}");

  @Test
  void oneThatRunsIsReady() {
    var status = StatusTree.of(standing(READY), NONE, NOON);

    assertThat(status.path("phase").asText()).isEqualTo("Running");
    assertThat(status.path("version").asText()).isEqualTo("9.9.9");
    assertThat(status.path("observedGeneration").asLong()).isEqualTo(4);
    assertThat(conditions(status))
        .isEqualTo(
            "Ready=True Progressing=False Degraded=False StorageReady=True InjectionReady=True");
    assertThat(status.at("/components/0"))
        .isEqualTo(
            Kids.yaml("{name: '', image: example/query, desiredReplicas: 2, readyReplicas: 2}"));
    assertThat(status.at("/endpoints/0/url").asText()).isEqualTo("http://query.here.svc:80");
    assertThat(status.at("/conditions/0/lastTransitionTime").asText())
        .isEqualTo("2026-01-01T12:00:00Z");
  }

  @Test
  void oneThatStartsIsProgressingAndHasNoPhaseYet() {
    var status = StatusTree.of(standing(HALF), NONE, NOON);

    assertThat(status.path("phase").asText()).isEmpty();
    assertThat(conditions(status)).startsWith("Ready=False Progressing=True Degraded=False");
    assertThat(status.at("/conditions/0/message").asText())
        .isEqualTo("Deployment here/query: 1 of 2 Pods are ready");
  }

  @Test
  void oneThatRanGoesOnRunningWhileItIsRolledOut() {
    var status = StatusTree.of(standing(HALF), Kids.yaml("{phase: Running}"), NOON);

    assertThat(status.path("phase").asText()).isEqualTo("Running");
  }

  @Test
  void aRefusalStallsItAndLeavesVersionAndComponentsAsTheyWere() {
    var refused = new Standing(
        4,
        Optional.empty(),
        List.of("spec.strategy: bad", "spec.ui: worse"),
        Optional.empty(),
        List.of(),
        Kids.family(),
        Optional.empty());

    var status = StatusTree.of(refused, Kids.yaml("{version: 1.2.3, phase: Running}"), NOON);

    assertThat(status.path("phase").asText()).isEqualTo("Failed");
    assertThat(status.path("version").asText()).isEqualTo("1.2.3");
    assertThat(status.has("components")).isFalse();
    assertThat(conditions(status))
        .isEqualTo(
            "Ready=False Progressing=False Degraded=True StorageReady=False InjectionReady=False Stalled=True");
    assertThat(status.at("/conditions/0/message").asText())
        .isEqualTo("spec.strategy: bad; spec.ui: worse");
  }

  @Test
  void nothingIsWrittenTwice() {
    var first = StatusTree.of(standing(HALF), NONE, NOON);

    var second = StatusTree.of(standing(HALF), first, LATER);

    assertThat(StatusTree.news(second, first)).isEqualTo(News.NONE);
  }

  @Test
  void countsAreProgressAndConditionsAreATurn() {
    var starting = StatusTree.of(
        standing(HALF.replace("1, readyReplicas: 1", "0, readyReplicas: 0")), NONE, NOON);
    var half = StatusTree.of(standing(HALF), starting, LATER);
    var ready = StatusTree.of(standing(READY), half, LATER);

    assertThat(StatusTree.news(starting, NONE)).isEqualTo(News.TURN);
    assertThat(StatusTree.news(half, starting)).isEqualTo(News.PROGRESS);
    assertThat(StatusTree.news(ready, half)).isEqualTo(News.TURN);
    assertThat(ready.at("/conditions/0/lastTransitionTime").asText())
        .isEqualTo("2026-01-01T12:01:00Z");
    assertThat(ready.at("/conditions/2/lastTransitionTime").asText())
        .isEqualTo("2026-01-01T12:00:00Z");
  }

  @Test
  void whatCouldNotBeWrittenIsSaid() {
    var failed = new Standing(
        4,
        Optional.of("9.9.9"),
        List.of(),
        Optional.of("forbidden (403)"),
        List.of(),
        Kids.family(),
        Optional.empty());

    var status = StatusTree.of(failed, NONE, NOON);

    assertThat(conditions(status)).contains("Degraded=True", "StorageReady=True");
    assertThat(status.at("/conditions/0/reason").asText()).isEqualTo("ApplyFailed");
  }

  @Test
  void whatTheClusterDoesNotServeAndNobodyNeedsIsMentioned() {
    var monitor = Kids.wanted(OwnedKind.SERVICE_MONITOR, "query", "{}");
    var family = Kids.family(Kids.applied(program, READY));
    var standing = new Standing(
        4,
        Optional.of("9.9.9"),
        List.of(),
        Optional.empty(),
        List.of(program, monitor),
        family,
        Optional.of(Agenda.of(List.of(program), Set.of(), family, Map.of())));

    var ready = StatusTree.of(standing, NONE, NOON).at("/conditions/0");

    assertThat(ready.path("status").asText()).isEqualTo("True");
    assertThat(ready.path("message").asText()).contains("ServiceMonitor here/query");
  }

  private Standing standing(String state) {
    var family = Kids.family(Kids.applied(program, state), Kids.applied(service));
    return new Standing(
        4,
        Optional.of("9.9.9"),
        List.of(),
        Optional.empty(),
        List.of(service, program),
        family,
        Optional.of(Agenda.of(List.of(service, program), Set.of(), family, Map.of())));
  }

  private static String conditions(ObjectNode status) {
    var text = new StringBuilder();
    status
        .path("conditions")
        .forEach(condition -> text.append(text.isEmpty() ? "" : " ")
            .append(condition.path("type").asText())
            .append("=")
            .append(condition.path("status").asText()));
    return text.toString();
  }
}
