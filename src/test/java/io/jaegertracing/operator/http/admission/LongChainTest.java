package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.injection.InjectionJudge;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The judge of workloads and a Pod that needs as many lookups as there can be: six owners above one another, a ConfigMap, a young namespace. */
class LongChainTest {
  private static final String POD = """
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u-1","namespace":"shop","operation":"CREATE",
      "kind":{"group":"","version":"v1","kind":"Pod"},"resource":{"group":"","version":"v1","resource":"pods"},
      "object":{"metadata":{"name":"web","annotations":{"sidecar.jaegertracing.io/inject":"true"},
      "ownerReferences":[{"apiVersion":"farm.io/v1","kind":"Farm","name":"farm-1","uid":"u1","controller":true}]},
      "spec":{"containers":[{"name":"web","image":"web","envFrom":[{"configMapRef":{"name":"env"}}]}]}}}}""";

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void isDecidedWithinTheUsualRounds() throws Exception {
    var response = answer(Limits.usual(), (lookups, budget) -> answered(lookups, lookups));
    assertThat(response.at("/auditAnnotations/reason").asText()).isEqualTo("injected");
    assertThat(response.path("auditAnnotations").has("detail")).isFalse();
    assertThat(asked).containsExactly("farm-1 shop", "farm-2", "farm-3", "farm-4", "env");
  }

  @Test
  void isDecidedWhenOnlyOneThingAtATimeIsAnswered() throws Exception {
    var response = answer(
        Limits.usual(),
        (lookups, budget) -> answered(
            lookups,
            lookups.stream()
                .filter(lookup -> lookup instanceof Lookup.OfOwner || lookups.size() == 1)
                .collect(Collectors.toSet())));
    assertThat(response.at("/auditAnnotations/reason").asText()).isEqualTo("injected");
    assertThat(response.at("/auditAnnotations/detail").asText())
        .contains("namespace shop was not read");
    assertThat(asked).hasSize(5);
  }

  @Test
  void isDecidedWhenNobodyAnswers() throws Exception {
    var hasty = new Limits(1 << 20, 1 << 20, 10, Duration.ofMillis(20), 5);
    var response = answer(
        hasty, (lookups, budget) -> Promise.<Map<Lookup, Answer>>promise().future());
    assertThat(response.at("/auditAnnotations/reason").asText()).isEqualTo("injected");
    assertThat(response.at("/auditAnnotations/detail").asText())
        .contains("namespace shop was not read")
        .contains("Farm farm-1 was not read");
  }

  private JsonNode answer(Limits limits, Court.Asking asking) throws Exception {
    var scene = Scene.simple().withoutNamespaces();
    var judges = Map.<String, Judge>of("/", new InjectionJudge(Scene.POLICY));
    var court = new Court(
        new TreeMap<>(judges), () -> scene, asking, (review, verdict) -> {}, Set.of("Pod"));
    try (var server = new AdmissionServer(court, limits)) {
      var response = server.post("/", POD.getBytes(StandardCharsets.UTF_8));
      return new ObjectMapper().readTree(response.body()).path("response");
    }
  }

  private Future<Map<Lookup, Answer>> answered(Set<Lookup> lookups, Set<Lookup> known) {
    asked.add(lookups.stream().map(LongChainTest::name).sorted().collect(Collectors.joining(" ")));
    return Future.succeededFuture(
        known.stream().collect(Collectors.toMap(lookup -> lookup, LongChainTest::object)));
  }

  private static String name(Lookup lookup) {
    if (lookup instanceof Lookup.OfOwner owner) {
      return owner.name();
    }
    return lookup instanceof Lookup.OfConfigMap map
        ? map.name()
        : ((Lookup.OfNamespace) lookup).name();
  }

  /** Each owner has one above it, up to the sixth. */
  private static Answer object(Lookup lookup) {
    if (!(lookup instanceof Lookup.OfOwner owner) || owner.name().equals("farm-6")) {
      return new Answer.Found(Trees.map("{metadata: {}, data: {}}"));
    }
    var next = Integer.parseInt(owner.name().substring("farm-".length())) + 1;
    return new Answer.Found(Trees.map(
        "{metadata: {ownerReferences: [{apiVersion: farm.io/v1, kind: Farm, name: farm-%d, uid: u%d, controller: true}]}}"
            .formatted(next, next)));
  }
}
