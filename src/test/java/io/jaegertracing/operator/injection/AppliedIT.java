package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a user of kubectl sees of injection. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppliedIT {
  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: %s, annotations: {sidecar.jaegertracing.io/inject: "%s"}}
      spec:
        selector: {matchLabels: {app: it}}
        template:
          metadata: {labels: {app: it}}
          spec: %s
      """;
  private static final String POD_SPEC = "{containers: [{name: app, image: app}]}";
  private static final String SAFE_POD_SPEC =
      "{securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}},"
          + " containers: [{name: app, image: app, securityContext:"
          + " {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]}";

  private Site site;
  private Site restricted;
  private Site baseline;
  private Operator operator;

  @BeforeAll
  void start(Cluster cluster, @TempDir Path folder) {
    cluster.installJaegerCrd();
    StandIns.install(cluster);
    site = Site.create(cluster, "applied").withJaeger("tracing", "{}");
    restricted = Site.create(cluster, "restricted")
        .with("label", "pod-security.kubernetes.io/enforce=restricted")
        .withJaeger("tracing", "{}");
    baseline = Site.create(cluster, "baseline")
        .with("label", "pod-security.kubernetes.io/enforce=baseline")
        .withJaeger("tracing", "{agent: {sidecarSecurityContext: {privileged: true}}}");
    operator = Operator.start(
        cluster,
        folder,
        Stream.of(site, restricted, baseline).map(Site::namespace).toList());
  }

  @AfterAll
  void stop() {
    operator.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REPLICA_SET")
  void theSameAppliedAgainChangesNothing(Kind kind) {
    var name = "again-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var yaml = kind.yaml(name, Site.inject("true"), "");
    site.apply(yaml);
    var first = site.get(kind.kind(), name);
    assertThat(first.path("spec").toString().contains("jaeger-agent"))
        .isEqualTo(!kind.finishes() || site.cluster().supportsNativeSidecars());

    site.apply(yaml);

    var second = site.get(kind.kind(), name);
    assertThat(second.path("spec")).isEqualTo(first.path("spec"));
    assertThat(second.at("/metadata/annotations")).isEqualTo(first.at("/metadata/annotations"));
    assertThat(second.at("/metadata/generation")).isEqualTo(first.at("/metadata/generation"));
    var diff = Site.succeeded(site.kubectlWithInput(yaml, "diff", "-f", "-"));
    assertThat(diff.out()).isEmpty();
  }

  @Test
  void theSameAppliedAgainByTheServerChangesNothing() {
    var yaml = DEPLOYMENT.formatted("server-side", "true", POD_SPEC);
    site.kubectlWithInput(yaml, "apply", "--server-side", "-f", "-");
    var first = site.get("deployment", "server-side");
    assertThat(Site.agents(first.at("/spec/template"))).hasSize(1);

    Site.succeeded(site.kubectlWithInput(yaml, "apply", "--server-side", "-f", "-"));

    assertThat(site.get("deployment", "server-side").path("spec")).isEqualTo(first.path("spec"));
    var diff = site.kubectlWithInput(yaml, "diff", "--server-side", "-f", "-");
    assertThat(Site.succeeded(diff).out()).isEmpty();
  }

  /** Events are written one after the other: that of the second workload would follow that of the first. */
  @Test
  void aDryRunLeavesNoTrace() {
    var dry = DEPLOYMENT.formatted("dry", "true", POD_SPEC);
    var shown = Site.succeeded(
        site.kubectlWithInput(dry, "apply", "--dry-run=server", "-o", "json", "-f", "-"));
    assertThat(Site.agents(Site.parsed(shown.out()).at("/spec/template"))).hasSize(1);
    site.apply(DEPLOYMENT.formatted("wet", "true", POD_SPEC));

    site.eventually("the other one is told of", here -> here.events("wet").contains("Injected"));

    assertThat(site.events("dry")).isEmpty();
    assertThat(site.kubectl("get", "deployment", "dry").err()).contains("NotFound");
  }

  @Test
  void whoAsksForAJaegerThatIsNotThereIsToldEverywhere() {
    var warning = site.apply(DEPLOYMENT.formatted("lost", "missing", POD_SPEC));

    assertThat(warning)
        .contains("Warning: no sidecar: [no-instance] ")
        .contains("asks for")
        .contains("missing");
    assertThat(Site.agents(site.template("deployment", "lost"))).isEmpty();
    site.eventually(
        "describe shows it", here -> here.described("deployment", "lost").contains("NoInstance"));
    site.eventually("the audit log has it", here -> here.reasons("lost").contains("no-instance"));
  }

  @Test
  void whatWasInjectedIsToldWithoutAWarning() {
    var quiet = site.apply(DEPLOYMENT.formatted("told", "true", POD_SPEC));

    assertThat(quiet).isEmpty();
    site.eventually(
        "describe shows it", here -> here.described("deployment", "told").contains("Injected"));
    site.eventually("the audit log has it", here -> here.reasons("told").contains("injected"));
    assertThat(site.said("told", "instance")).contains(site.namespace() + "/tracing");
  }

  @Test
  void aPodWithItsSidecarPassesARestrictedNamespace() {
    assertThat(restricted.apply(DEPLOYMENT.formatted("safe", "true", SAFE_POD_SPEC)))
        .isEmpty();

    assertThat(Site.agents(restricted.template("deployment", "safe"))).hasSize(1);
    restricted.eventually("its Pod runs", here -> here.runs("safe"));
  }

  @Test
  void aSidecarThatTheNamespaceForbidsIsLeftOut() {
    var warning = baseline.apply(DEPLOYMENT.formatted("safe", "true", POD_SPEC));

    assertThat(warning)
        .contains("[pod-security]")
        .contains("enforces baseline")
        .contains("sidecarSecurityContext.privileged");
    assertThat(Site.agents(baseline.template("deployment", "safe"))).isEmpty();
    baseline.eventually("its Pod runs", here -> here.runs("safe"));
  }

  @Test
  void theNetworkOfANodeIsLeftAlone() {
    var warning = site.apply(DEPLOYMENT.formatted(
        "host", "true", "{hostNetwork: true, containers: [{name: app, image: app}]}"));

    assertThat(warning).contains("Warning: no sidecar: [host-network] ");
    assertThat(Site.agents(site.template("deployment", "host"))).isEmpty();
  }

  @Test
  void thePortOfHealthMovesOutOfTheWay() {
    site.apply(DEPLOYMENT.formatted(
        "moved",
        "true",
        "{containers: [{name: app, image: app, ports: [{containerPort: 14271}]}]}"));

    assertThat(Site.agents(site.template("deployment", "moved")))
        .singleElement()
        .satisfies(agent -> {
          assertThat(agent.path("ports")).anySatisfy(port -> {
            assertThat(port.path("name").asText()).isEqualTo("admin-http");
            assertThat(port.path("containerPort").asInt()).isEqualTo(14272);
          });
          assertThat(agent.path("args").toString()).contains("14272");
        });
    site.eventually("its Pod runs", here -> here.runs("moved"));
  }

  @Test
  void aPortThatClientsDependOnDoesNotMove() {
    var warning = site.apply(DEPLOYMENT.formatted(
        "taken",
        "true",
        "{containers: [{name: app, image: app, ports: [{containerPort: 6831, protocol: UDP}]}]}"));

    assertThat(warning).contains("[port-conflict] container app listens on 6831/UDP");
    assertThat(Site.agents(site.template("deployment", "taken"))).isEmpty();
  }

  @Test
  void theMirrorOfAStaticPodIsNotEvenAskedAbout() {
    var pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, annotations: {sidecar.jaegertracing.io/inject: "true"%s}}
        spec: {nodeName: node-1, automountServiceAccountToken: false, containers: [{name: app, image: app}]}
        """;
    site.apply(pod.formatted("mirror", ", kubernetes.io/config.mirror: it"));
    site.apply(pod.formatted("plain", ""));

    site.eventually("the plain one is known", here -> here.reasons("plain").contains("injected"));
    if (site.cluster().minor() > 27) {
      assertThat(site.reasons("mirror")).isEmpty();
    } else {
      assertThat(site.reasons("mirror")).contains("mirror-pod");
    }
    assertThat(Site.agents(site.get("pod", "mirror"))).isEmpty();
  }

  @Test
  void aJaegerWithAMistakeIsRefused() {
    var broken = "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: broken},"
        + " spec: {affinity: {nodeAfinity: {}}}}";

    var refused = site.kubectlWithInput(broken, "create", "--dry-run=server", "-f", "-");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("did you mean nodeAffinity?");
  }
}
