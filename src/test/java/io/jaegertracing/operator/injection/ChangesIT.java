package io.jaegertracing.operator.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of workloads that run when their annotation, their namespace or their Jaeger changes. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesIT {
  private static final Set<String> READING = Set.of("get", "list", "watch");

  private Cluster cluster;
  private Site flipped;
  private Site idle;
  private Site site;
  private Operator operator;

  @BeforeAll
  void start(Cluster plane, @TempDir Path folder) {
    cluster = plane;
    cluster.installJaegerCrd();
    StandIns.install(cluster);
    flipped = Site.create(cluster, "flipped").withJaeger("tracing", "{}");
    idle = Site.create(cluster, "idle").withJaeger("tracing", "{}");
    site = Site.create(cluster, "changes")
        .withJaeger("first", "{}")
        .withJaeger("second", "{}")
        .withJaeger("tuned", "{}")
        .withJaeger("leaving", "{}")
        .withJaeger("going", "{}");
    // Its lists would be taken for those of the changes.
    operator = Operator.start(
        cluster,
        folder,
        Stream.of(flipped, idle, site).map(Site::namespace).toList(),
        "--missed-injections=off");
  }

  @AfterAll
  void stop() {
    operator.close();
  }

  @Test
  void falseTakesAwayExactlyWhatWasAdded() {
    site.apply(Kind.DEPLOYMENT.yaml("removed", Site.inject("no"), ""));
    var before = site.get("deployment", "removed");
    site.apply(Kind.DEPLOYMENT.yaml("removed", Site.inject("first"), ""));
    assertThat(Site.agents(site.template("deployment", "removed"))).hasSize(1);

    site.apply(Kind.DEPLOYMENT.yaml("removed", Site.inject("false"), ""));

    var after = site.get("deployment", "removed");
    assertThat(after.path("spec")).isEqualTo(before.path("spec"));
    assertThat(after.at("/metadata/labels")).isEqualTo(before.at("/metadata/labels"));
  }

  @Test
  void anotherNameSwitchesTheJaeger() {
    site.apply(Kind.DEPLOYMENT.yaml("switched", Site.inject("first"), ""));
    assertThat(arguments(site.template("deployment", "switched"))).contains("first-collector");

    site.apply(Kind.DEPLOYMENT.yaml("switched", Site.inject("second"), ""));

    var after = site.get("deployment", "switched");
    assertThat(arguments(after.at("/spec/template")))
        .contains("second-collector")
        .doesNotContain("first-collector");
    assertThat(after.at("/metadata/labels").path(Wellknown.INJECTED).asText()).isEqualTo("second");
    site.run("rollout", "status", "deployment/switched", "--timeout=1m");
  }

  @Test
  void aNamespaceThatAsksIsFollowedByDeploymentsAtOnceAndByOthersAtTheirNextChange() {
    flipped.apply(Kind.DEPLOYMENT.yaml("old", "", ""));
    flipped.apply(Kind.STATEFUL_SET.yaml("new", "", ""));
    assertThat(Site.agents(flipped.template("deployment", "old"))).isEmpty();

    var lists = flipped.lists("cronjobs");
    flipped.with("annotate", Site.INJECT + "=true");
    flipped.eventually("the Deployment follows", here -> here.agents("deployment", "old") == 1);
    flipped.eventually("all kinds were listed", here -> here.lists("cronjobs") > lists);
    assertThat(flipped.agents("statefulset", "new")).isZero();

    flipped.run("label", "statefulset", "new", "touched=true");
    assertThat(flipped.agents("statefulset", "new")).isEqualTo(1);

    flipped.with("annotate", Site.INJECT + "=false");
    flipped.eventually("the Deployment follows", here -> here.agents("deployment", "old") == 0);
    flipped.eventually("the StatefulSet follows", here -> here.agents("statefulset", "new") == 0);
  }

  @Test
  void aJaegerThatAppearsIsFollowedByThoseThatAskedForIt() {
    var warning = site.apply(Kind.DEPLOYMENT.yaml("early", Site.inject("late"), ""));
    assertThat(warning).contains("[no-instance]");

    site.withJaeger("late", "{}");

    site.eventually("it follows", here -> here.agents("deployment", "early") == 1);
  }

  @Test
  void whoseJaegerIsDeletedLosesItsSidecar() {
    site.apply(Kind.DEPLOYMENT.yaml("bereft", Site.inject("leaving"), ""));
    site.apply(Kind.CRON_JOB.yaml("bereft", Site.inject("leaving"), ""));
    assertThat(site.get("cronjob", "bereft").toString().contains("jaeger-agent"))
        .isEqualTo(cluster.supportsNativeSidecars());

    site.run("delete", "jaegers.jaegertracing.io", "leaving");

    site.eventually("the Deployment loses it", here -> here.agents("deployment", "bereft") == 0);
    site.eventually(
        "the CronJob loses it",
        here -> !here.get("cronjob", "bereft").path("spec").toString().contains("jaeger-agent"));
    assertThat(site.get("deployment", "bereft").at("/metadata/labels").has(Wellknown.INJECTED))
        .isFalse();
  }

  @Test
  void soDoKindsOfOthers() {
    site.apply(Kind.ROLLOUT.yaml("bereft", Site.inject("going"), ""));
    site.apply(Kind.DEPLOYMENT_CONFIG.yaml("bereft", Site.inject("going"), ""));
    assertThat(site.agents("rollouts.argoproj.io", "bereft")).isOne();
    assertThat(site.agents("deploymentconfigs.apps.openshift.io", "bereft")).isOne();

    site.run("delete", "jaegers.jaegertracing.io", "going");

    site.eventually(
        "the Rollout loses it", here -> here.agents("rollouts.argoproj.io", "bereft") == 0);
    site.eventually(
        "the DeploymentConfig loses it",
        here -> here.agents("deploymentconfigs.apps.openshift.io", "bereft") == 0);
  }

  @Test
  void whoseJaegerChangesItsAgentIsRolledOnce() {
    site.apply(Kind.DEPLOYMENT.yaml("rolled", Site.inject("tuned"), ""));
    var before = site.get("deployment", "rolled");

    site.withJaeger("tuned", "{agent: {options: {log-level: debug}}}");

    site.eventually(
        "it follows",
        here -> here.template("deployment", "rolled").toString().contains("--log-level=debug"));
    site.run("rollout", "status", "deployment/rolled", "--timeout=1m");
    var after = site.get("deployment", "rolled");
    assertThat(after.at("/metadata/generation").asInt())
        .isEqualTo(before.at("/metadata/generation").asInt() + 1);
    assertThat(site.get("replicasets", "--selector=case=rolled").path("items")).hasSize(2);
  }

  /** What concerns no sidecar makes the operator look, and nothing else. */
  @Test
  void whatNeedsNoChangeIsNotWritten() {
    idle.apply(Kind.DEPLOYMENT.yaml("quiet", Site.inject("tracing"), ""));
    idle.eventually("all is told", here -> here.events("quiet").contains("Injected"));
    var before = idle.get("deployment", "quiet");

    var lists = idle.lists("rollouts");
    idle.with("label", "pod-security.kubernetes.io/enforce=baseline");
    idle.eventually("it looked", here -> here.lists("rollouts") > lists);

    assertThat(idle.get("deployment", "quiet").at("/metadata/generation"))
        .isEqualTo(before.at("/metadata/generation"));
    assertThat(cluster.audit().requestsBy(cluster.productAccount()))
        .filteredOn(request -> request.namespace().equals(idle.namespace()))
        .filteredOn(request -> !READING.contains(request.verb()))
        // What the Jaeger itself becomes is called like it.
        .filteredOn(request -> !request.name().startsWith("tracing"))
        .extracting(Audit.Request::resource)
        .containsOnly("events");
  }

  private static String arguments(JsonNode template) {
    assertThat(Site.agents(template)).hasSize(1);
    return Site.agents(template).get(0).path("args").toString();
  }
}
