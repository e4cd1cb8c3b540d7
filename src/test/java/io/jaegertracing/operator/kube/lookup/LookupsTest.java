package io.jaegertracing.operator.kube.lookup;

import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfConfigMap;
import io.jaegertracing.operator.core.admission.Lookup.OfNamespace;
import io.jaegertracing.operator.core.admission.Lookup.OfOwner;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.rest.ScriptedApi;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LookupsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String NAMESPACE = "/api/v1/namespaces/a";
  private static final String MAP = "/api/v1/namespaces/a/configmaps/m";
  private static final String BATCH = "/apis/batch/v1";
  private static final String JOB = BATCH + "/namespaces/a/jobs/j";
  private static final OfOwner OWNER = new OfOwner("a", "batch/v1", "Job", "j", "u1");

  private final ScriptedApi server = new ScriptedApi();
  private final SteppedClock clock = new SteppedClock();
  private Lookups lookups =
      new Lookups(server.api(), Watched.EVERYTHING, clock, new Lookups.Bounds(LONG, 64, 100));

  @AfterEach
  void stop() {
    lookups.close();
    server.close();
  }

  @Test
  void ofAConfigMapTheKeysAreKeptAndNoValue() {
    server.answer(MAP, 200, "{\"data\":{\"KEY\":\"secret\"},\"metadata\":{\"name\":\"m\"}}");
    assertThat(((Answer.Found) answer(new OfConfigMap("a", "m"))).object())
        .hasToString("{\"data\":{\"KEY\":\"\"}}");
  }

  @Test
  void ofAnOwnerTheMetadataIsKept() {
    serveJobs("u1");
    assertThat(((Answer.Found) answer(OWNER)).object())
        .hasToString("{\"metadata\":{\"uid\":\"u1\"}}");
  }

  @Test
  void anOwnerWhoseNameAnotherObjectHasNowIsAbsent() {
    serveJobs("u2");
    assertThat(answer(OWNER)).isEqualTo(new Answer.Absent());
  }

  @Test
  void aKindThatNobodyServesIsAbsent() {
    serveJobs("u1");
    assertThat(answer(new OfOwner("a", "batch/v1", "Other", "j", "u")))
        .isEqualTo(new Answer.Absent());
    server.answer("/apis/nobody/v1", 404, "");
    assertThat(answer(new OfOwner("a", "nobody/v1", "Job", "j", "u")))
        .isEqualTo(new Answer.Absent());
  }

  @Test
  void discoveryIsAskedOnceForManyOwners() {
    serveJobs("u1");
    answer(OWNER);
    clock.pass(Duration.ofMinutes(1));
    answer(OWNER);
    assertThat(server.requestsFor(JOB)).isEqualTo(2);
    assertThat(server.requests()).filteredOn(BATCH::equals).hasSize(1);
  }

  @Test
  void whatIsFoundIsRememberedForAShortWhile() {
    server.answer(NAMESPACE, 200, "{\"metadata\":{\"name\":\"a\"}}");
    asksAgainAfter(Duration.ofSeconds(5), new OfNamespace("a"), NAMESPACE);
    server.answer(MAP, 200, "{}");
    asksAgainAfter(Duration.ofSeconds(5), new OfConfigMap("a", "m"), MAP);
    serveJobs("u1");
    asksAgainAfter(Duration.ofSeconds(30), OWNER, JOB);
  }

  @Test
  void whatIsAbsentIsRememberedForASecond() {
    server.answer(NAMESPACE, 404, "");
    asksAgainAfter(Duration.ofSeconds(1), new OfNamespace("a"), NAMESPACE);
  }

  @Test
  void aFailureIsNotRemembered() {
    server.answer(NAMESPACE, 500, "{\"message\":\"etcd is away\"}");
    assertThat(why(new OfNamespace("a"))).isEqualTo("the API server did not answer: etcd is away");
    server.answer(NAMESPACE, 404, "");
    assertThat(answer(new OfNamespace("a"))).isEqualTo(new Answer.Absent());
  }

  @Test
  void aMissingRightIsNamed() {
    server.answer(NAMESPACE, 403, "");
    assertThat(why(new OfNamespace("a")))
        .isEqualTo(
            "not allowed to get namespaces in the namespace a; allow it as in manifests/rbac/role.yaml");
    serveJobs("u1");
    server.answer(JOB, 403, "");
    assertThat(why(OWNER)).startsWith("not allowed to get jobs.batch in the namespace a; ");
  }

  @Test
  void forNamedNamespacesNothingOfTheWholeClusterIsAskedFor() {
    lookups = new Lookups(server.api(), Watched.of("a"), clock, new Lookups.Bounds(LONG, 64, 100));
    server.answer(
        "/api/v1",
        200,
        "{\"resources\": [{\"name\": \"nodes\", \"kind\": \"Node\", \"namespaced\": false}]}");
    assertThat(why(new OfOwner("a", "v1", "Node", "n", "u")))
        .isEqualTo("WATCH_NAMESPACE names namespaces, and nodes are in none");
    assertThat(answer(new OfRight(Requester.NOBODY, "x", "clusterrolebindings", "")))
        .isEqualTo(new Answer.Absent());
    var reviews = "/apis/authorization.k8s.io/v1/namespaces/a/localsubjectaccessreviews";
    server.answer(reviews, 201, "{\"status\": {\"allowed\": true}}");
    assertThat(answer(new OfRight(Requester.NOBODY, "apps", "deployments", "a")))
        .isInstanceOf(Answer.Found.class);
    assertThat(answer(new OfRight(Requester.NOBODY, "apps", "deployments", "../a")))
        .isEqualTo(new Answer.Absent());
    assertThat(server.requests()).containsExactly("/api/v1", reviews);
  }

  @Test
  void whoAsksForTheSameAtOnceSharesOneRequest() throws Exception {
    var first = lookups.answers(Set.of(OWNER)).toCompletableFuture();
    Eventually.holds("it is asked", LONG, () -> server.requestsFor(BATCH) == 1);
    var second = lookups.answers(Set.of(OWNER)).toCompletableFuture();
    assertThat(second).isNotDone();
    assertThat(server.requestsFor(BATCH)).isOne();
    assertThat(first).isNotDone();
  }

  @Test
  void noAnswerInTimeSaysSo() {
    lookups.close();
    lookups = new Lookups(
        server.api(),
        Watched.EVERYTHING,
        clock,
        new Lookups.Bounds(Duration.ofMillis(50), 64, 100));
    assertThat(why(new OfNamespace("a"))).startsWith("the API server did not answer");
  }

  @Test
  void moreThanFitsIsNotWaitedFor() {
    lookups.close();
    lookups =
        new Lookups(server.api(), Watched.EVERYTHING, clock, new Lookups.Bounds(LONG, 1, 100));
    var waits = lookups.answers(Set.of(new OfNamespace("a"))).toCompletableFuture();
    assertThat(why(new OfNamespace("b"))).isEqualTo("1 other objects are being looked up already");
    assertThat(waits).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../secrets/s", "a/b", "a?b", "a%2fb", "a b", "a\nb"})
  void aNameThatLeadsElsewhereIsNeverAskedFor(String name) {
    serveJobs("u1");
    var asked = Set.<Lookup>of(
        new OfNamespace(name),
        new OfConfigMap(name, "m"),
        new OfConfigMap("a", name),
        new OfOwner(name, "batch/v1", "Job", "j", "u"),
        new OfOwner("a", "batch/v1", "Job", name, "u"),
        new OfOwner("a", name + "/v1", "Job", "j", "u"));
    assertThat(answers(asked).values()).containsOnly(new Answer.Absent());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void secretsAreNeverRead() {
    assertThat(why(new OfOwner("a", "v1", "Secret", "s", "u"))).isEqualTo("Secrets are never read");
    assertThat(server.requests()).isEmpty();
  }

  private void serveJobs(String uid) {
    server.answer(BATCH, 200, """
        {"resources":[{"name":"jobs/status","kind":"Job","namespaced":true},
        {"name":"jobs","kind":"Job","namespaced":true}]}""");
    server.answer(
        JOB, 200, "{\"metadata\":{\"uid\":\"" + uid + "\",\"managedFields\":[]},\"spec\":{}}");
  }

  private void asksAgainAfter(Duration lifetime, Lookup lookup, String path) {
    answer(lookup);
    clock.pass(lifetime.minusMillis(1));
    answer(lookup);
    assertThat(server.requests()).filteredOn(path::equals).hasSize(1);
    clock.pass(Duration.ofMillis(1));
    answer(lookup);
    assertThat(server.requests()).filteredOn(path::equals).hasSize(2);
  }

  private String why(Lookup lookup) {
    return ((Answer.Unanswered) answer(lookup)).why();
  }

  private Answer answer(Lookup lookup) {
    return answers(Set.of(lookup)).getOrDefault(lookup, new Answer.Unanswered("nobody"));
  }

  private Map<Lookup, Answer> answers(Set<Lookup> asked) {
    return lookups
        .answers(asked)
        .toCompletableFuture()
        .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
        .join();
  }
}
