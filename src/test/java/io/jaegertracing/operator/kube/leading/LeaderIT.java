package io.jaegertracing.operator.kube.leading;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.work.Ticks;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class LeaderIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Leader.Times TIMES =
      new Leader.Times(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofMillis(100));

  private final List<Leader> started = new ArrayList<>();

  /** Notes what it is told. */
  private static final class Rule implements Leadership {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @Override
    public void begins() {
      begun.incrementAndGet();
    }

    @Override
    public void ends() {
      ended.incrementAndGet();
    }

    boolean isOn() {
      return begun.get() > ended.get();
    }
  }

  @AfterEach
  void stop() {
    started.forEach(Leader::close);
  }

  @Test
  void leadsWithTheShippedRightsAndReleasesAtTheEnd(Cluster cluster) {
    var rule = new Rule();
    var leader = leader(RawApis.product(cluster), cluster.namespace(), "only", new Ticks(), rule);
    eventually("it leads", rule::isOn);
    var lease = lease(cluster, cluster.namespace());
    assertThat(lease.getSpec().getHolderIdentity()).isEqualTo("only");
    assertThat(lease.getSpec().getLeaseDurationSeconds()).isEqualTo(15);

    leader.close();

    assertThat(rule.isOn()).isFalse();
    assertThat(lease(cluster, cluster.namespace()).getSpec().getHolderIdentity())
        .isEmpty();
    assertThat(cluster.audit().requestsBy(cluster.productAccount()))
        .filteredOn(request -> request.resource().equals("leases"))
        .allMatch(request -> List.of("get", "create", "update").contains(request.verb()));
  }

  @Test
  void renewsWhileItLeads(Cluster cluster) {
    var namespace = cluster.newNamespace("renewing");
    var rule = new Rule();
    var ticks = new Ticks();
    leader(RawApis.admin(cluster), namespace, "only", ticks, rule);
    eventually("it leads", rule::isOn);
    var first = lease(cluster, namespace).getSpec().getRenewTime();
    ticks.pass(Duration.ofSeconds(1));
    eventually(
        "it renews", () -> lease(cluster, namespace).getSpec().getRenewTime().isAfter(first));
    assertThat(rule.isOn()).isTrue();
    assertThat(lease(cluster, namespace).getSpec().getLeaseTransitions()).isZero();
  }

  @Test
  void theSecondFollowsTheFirstAtOnceWhenThatLeaves(Cluster cluster) {
    var namespace = cluster.newNamespace("following");
    var first = new Rule();
    var second = new Rule();
    var leaving = leader(RawApis.admin(cluster), namespace, "first", new Ticks(), first);
    eventually("the first leads", first::isOn);
    leader(RawApis.admin(cluster), namespace, "second", new Ticks(), second);
    eventually(
        "the second looks at the lease",
        () -> cluster.audit().requests().stream()
            .anyMatch(request -> request.verb().equals("get")
                && request.resource().equals("leases")
                && request.namespace().equals(namespace)));

    leaving.close();

    eventually("the second leads though its clock stands still", second::isOn);
    assertThat(lease(cluster, namespace).getSpec().getLeaseTransitions()).isEqualTo(1);
  }

  @Test
  void aLeaseThatNobodyRenewsIsTakenOnlyAfterItsLengthWasWatched(Cluster cluster) {
    var namespace = cluster.newNamespace("abandoned");
    // Long ago by the clock of whoever wrote it, which says nothing about ours.
    store(cluster, namespace, "dead", "2001-01-01T00:00:00.000000Z");
    var ticks = new Ticks();
    var rule = new Rule();
    leader(RawApis.admin(cluster), namespace, "heir", ticks, rule);
    eventually("it looked several times", () -> gets(cluster, namespace) > 3);
    ticks.jump(Duration.ofHours(1));
    var looked = gets(cluster, namespace);
    eventually("it looked again", () -> gets(cluster, namespace) > looked + 2);
    assertThat(rule.isOn()).isFalse();

    ticks.pass(Duration.ofSeconds(15));

    eventually("it leads", rule::isOn);
    assertThat(lease(cluster, namespace).getSpec().getHolderIdentity()).isEqualTo("heir");
  }

  @Test
  void aLostLeaseEndsTheWorkAndIsTriedForAgain(Cluster cluster) {
    var namespace = cluster.newNamespace("robbed");
    var ticks = new Ticks();
    var rule = new Rule();
    leader(RawApis.admin(cluster), namespace, "victim", ticks, rule);
    eventually("it leads", rule::isOn);

    store(cluster, namespace, "robber", "2026-01-01T00:00:00.000000Z");

    eventually("its work ended", () -> rule.ended.get() == 1);
    eventually("it looks at the lease of the other", () -> gets(cluster, namespace) > 3);
    assertThat(rule.isOn()).isFalse();
    ticks.pass(Duration.ofSeconds(16));
    eventually("it leads again", () -> rule.begun.get() == 2);
  }

  @Test
  void aDeletedLeaseIsMadeAgain(Cluster cluster) {
    var namespace = cluster.newNamespace("deleted");
    var rule = new Rule();
    leader(RawApis.admin(cluster), namespace, "only", new Ticks(), rule);
    eventually("it leads", rule::isOn);
    var first = lease(cluster, namespace).getMetadata().getUid();
    cluster.admin().leases().inNamespace(namespace).withName(Leader.LEASE).delete();
    eventually("there is another", () -> {
      var now =
          cluster.admin().leases().inNamespace(namespace).withName(Leader.LEASE).get();
      return now != null && !now.getMetadata().getUid().equals(first);
    });
    assertThat(rule.isOn()).isTrue();
  }

  @Test
  void whoCannotRenewInTimeEndsItsWork(Cluster cluster) {
    var namespace = cluster.newNamespace("cut-off");
    var config = Config.fromKubeconfig(cluster.kubeconfig().toFile());
    var client = new KubernetesClientBuilder().withConfig(config).build();
    var rule = new Rule();
    var times =
        new Leader.Times(Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofMillis(100));
    var leader = new Leader(
        RawApis.of(client),
        new Leader.Candidate(namespace, "cut-off"),
        times,
        new Watch(Clock.systemUTC(), System::nanoTime),
        rule);
    started.add(leader);
    leader.start();
    eventually("it leads", rule::isOn);
    client.close();
    eventually("its work ended", () -> !rule.isOn());
    assertThat(lease(cluster, namespace).getSpec().getHolderIdentity()).isEqualTo("cut-off");
  }

  @Test
  void whoMayNotHaveALeaseNeverLeads(Cluster cluster) {
    var rule = new Rule();
    try (var nobody = RawApis.nobody(cluster)) {
      var namespace = cluster.newNamespace("forbidden");
      leader(RawApis.of(nobody), namespace, "nobody", new Ticks(), rule);
      eventually("it was refused again and again", () -> gets(cluster, namespace) > 2);
      assertThat(rule.begun).hasValue(0);
      stop();
    }
  }

  private Leader leader(
      RawApi api, String namespace, String identity, Ticks ticks, Leadership leadership) {
    var leader = new Leader(
        api, new Leader.Candidate(namespace, identity), TIMES, new Watch(ticks, ticks), leadership);
    started.add(leader);
    leader.start();
    return leader;
  }

  private static void store(Cluster cluster, String namespace, String holder, String renewed) {
    var result = cluster.kubectlWithInput(
        """
        {apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: %s},
         spec: {holderIdentity: %s, leaseDurationSeconds: 15, renewTime: "%s", acquireTime: "%s"}}
        """.formatted(Leader.LEASE, holder, renewed, renewed),
        "apply",
        "--server-side",
        "--force-conflicts",
        "-n",
        namespace,
        "-f",
        "-");
    assertThat(result.exit()).as(result.err()).isZero();
  }

  private static long gets(Cluster cluster, String namespace) {
    return cluster.audit().requests().stream()
        .filter(request -> request.verb().equals("get")
            && request.resource().equals("leases")
            && request.namespace().equals(namespace))
        .count();
  }

  private static Lease lease(Cluster cluster, String namespace) {
    return cluster
        .admin()
        .leases()
        .inNamespace(namespace)
        .withName(Leader.LEASE)
        .require();
  }

  private static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, LIMIT, looked);
  }
}
