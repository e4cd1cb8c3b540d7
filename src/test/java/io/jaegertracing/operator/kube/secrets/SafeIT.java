package io.jaegertracing.operator.kube.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.operand.Confidential;
import io.jaegertracing.operator.core.operand.Confidential.Content;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.work.Ticks;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class SafeIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TWO_THIRDS = Duration.ofDays(487);

  private final Ticks clock = new Ticks();

  @Test
  void certificatesAreRenewedInTimeAndTheirAuthorityOutlivesThem(Cluster cluster) {
    var owner = new Owner("own", cluster.newNamespace("safe"), "");
    var secrets = secrets(owner);
    var api = RawApis.product(cluster);
    var safe = new Safe(api, clock, 2048);
    secrets.forEach(secret -> write(api, safe, secret, secrets));
    var authority = data(api, secrets.get(0)).path("ca");

    assertThat(safe.renewals(secrets, family(api, secrets)).due()).isEmpty();
    assertThat(safe.renewals(secrets, family(api, secrets)).next().orElseThrow())
        .isBetween(
            clock.instant().plus(TWO_THIRDS.minusDays(1)), clock.instant().plus(TWO_THIRDS));

    clock.pass(TWO_THIRDS);
    var due = safe.renewals(secrets, family(api, secrets)).due();
    assertThat(due)
        .extracting(Confidential::content)
        .containsExactly(Content.NODES, Content.PROGRAMS, Content.MAINTENANCE);
    var before = data(api, secrets.get(2)).path("cert");
    due.forEach(secret -> write(api, safe, secret, secrets));
    assertThat(data(api, secrets.get(2)).path("cert")).isNotEqualTo(before);
    assertThat(data(api, secrets.get(2)).path("ca")).isEqualTo(authority);
    assertThat(safe.renewals(secrets, family(api, secrets)).due()).isEmpty();

    clock.pass(Duration.ofDays(1217).minus(TWO_THIRDS));
    assertThat(safe.renewals(secrets, family(api, secrets)).due()).hasSize(4);
  }

  @Test
  void aSecretOfSomebodyElseOrThatIsStillToBeMadeIsNeitherReadNorRenewed(Cluster cluster) {
    var owner = new Owner("own", cluster.newNamespace("safe"), "");
    try (var client = RawApis.nobody(cluster)) {
      var safe = new Safe(RawApis.of(client), clock, 2048);
      var none = Family.of("", List.of(), child -> false);

      assertThat(safe.renewals(secrets(owner), none).due()).isEmpty();
      assertThat(safe.renewals(secrets(owner), none).next()).isEmpty();
    }
  }

  private static List<Confidential> secrets(Owner owner) {
    return List.of(
        Confidential.of(owner, "own-master-certs", Content.AUTHORITY),
        Confidential.of(owner, "elasticsearch", Content.NODES),
        Confidential.of(owner, "own-jaeger-elasticsearch", Content.PROGRAMS),
        Confidential.of(owner, "own-curator", Content.MAINTENANCE));
  }

  private static void write(RawApi api, Safe safe, Confidential secret, List<Confidential> all) {
    ObjectNode tree = JSON.valueToTree(secret.shell());
    ((ObjectNode) tree.path("metadata")).remove("ownerReferences");
    tree.set("data", safe.content(secret, all));
    var unused = api.applyOver(path(secret), Child.MANAGER, tree);
  }

  private static JsonNode data(RawApi api, Confidential secret) {
    return api.get(path(secret)).path("data");
  }

  /** Of nobody, as these Secrets are. */
  private static Family family(RawApi api, List<Confidential> secrets) {
    return Family.of(
        "",
        secrets.stream()
            .map(secret -> Child.of(OwnedKind.SECRET, api.getMetadata(path(secret))))
            .toList(),
        child -> false);
  }

  private static String path(Confidential secret) {
    var namespace = Objects.requireNonNull(secret.shell().getMetadata().getNamespace());
    return "/api/v1/namespaces/" + namespace + "/secrets/" + secret.name();
  }
}
