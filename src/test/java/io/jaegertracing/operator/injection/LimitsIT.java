package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Kubectl;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Whatever LimitRanges and ResourceQuotas demand, the Pods of a workload that asks for a sidecar are created. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {
  private static final String SIDECAR = ", {name: jaeger-agent, image: agent, resources: %s}";

  /** What is demanded, what agent and application have, and the annotation that makes both fit. */
  enum Case {
    MIN("{type: Container, min: {cpu: 50m}}", "{requests: {cpu: 10m}}", "{}", "cpu-request: 50m"),
    MIN_OF_A_LIMIT(
        "{type: Container, min: {memory: 50Mi}}",
        "{limits: {memory: 10Mi}}",
        "{}",
        "memory-limit: 50Mi"),
    MAX(
        "{type: Container, max: {cpu: 200m}}",
        "{requests: {cpu: 100m}, limits: {cpu: 500m}}",
        "{}",
        "cpu-limit: 200m"),
    RATIO(
        "{type: Container, maxLimitRequestRatio: {cpu: '2'}}",
        "{requests: {cpu: 10m}, limits: {cpu: 100m}}",
        "{limits: {cpu: 100m}}",
        "cpu-request: 50m"),
    RATIO_OF_NOTHING(
        "{type: Container, maxLimitRequestRatio: {cpu: '2'}}",
        "{}",
        "{limits: {cpu: 100m}}",
        "cpu-limit: 50m"),
    DEFAULT(
        "{type: Container, default: {cpu: 200m}}",
        "{requests: {cpu: 500m}}",
        "{}",
        "cpu-limit: 500m"),
    POD_MAX(
        "{type: Pod, max: {cpu: '1'}}",
        "{limits: {cpu: 200m}}",
        "{limits: {cpu: 900m}}",
        "cpu-limit: 100m"),
    POD_MIN(
        "{type: Pod, min: {cpu: 100m}}",
        "{requests: {cpu: 10m}, limits: {cpu: 50m}}",
        "{requests: {cpu: 100m}}",
        "cpu-limit: 100m"),
    QUOTA_OF_LIMITS("{hard: {limits.cpu: '4'}}", "{}", "{limits: {cpu: 100m}}", "cpu-limit: 100m"),
    QUOTA_OF_REQUESTS(
        "{hard: {requests.memory: 1Gi}}",
        "{}",
        "{requests: {memory: 64Mi}}",
        "memory-request: 32Mi"),
    QUOTA_OF_CPU("{hard: {cpu: '4'}}", "{}", "{requests: {cpu: 100m}}", "cpu-request: 32m"),
    QUOTA_TOO_SMALL(
        "{hard: {limits.cpu: 500m}}",
        "{limits: {cpu: 200m}}",
        "{limits: {cpu: 400m}}",
        "cpu-limit: 100m"),
    QUOTA_OF_A_SCOPE(
        "{hard: {limits.cpu: '4'}, scopes: [NotTerminating, NotBestEffort]}",
        "{}",
        "{limits: {cpu: 100m}}",
        "cpu-limit: 100m");

    private final String demand;
    private final String ofAgent;
    private final String ofApplication;
    private final String remedy;

    Case(String demand, String ofAgent, String ofApplication, String remedy) {
      this.demand = demand;
      this.ofAgent = ofAgent;
      this.ofApplication = ofApplication;
      this.remedy = remedy;
    }

    String reason() {
      return demand.startsWith("{hard")
          ? "[resource-quota] ResourceQuota bounds"
          : "[limit-range] LimitRange bounds";
    }

    String deployment(String annotations) {
      return LimitsIT.deployment(annotations, ofApplication);
    }

    String pod(String annotations, String sidecar) {
      return """
          apiVersion: v1
          kind: Pod
          metadata: {name: bare, annotations: {%s}}
          spec: {containers: [{name: app, image: app, resources: %s}%s]}
          """.formatted(annotations, ofApplication, sidecar);
    }
  }

  private final Map<Case, Site> sites = new EnumMap<>(Case.class);
  private Site defaults;
  private Site freed;
  private Site bestEffort;
  private Site whole;
  private Operator operator;

  @BeforeAll
  void start(Cluster cluster, @TempDir Path folder) {
    cluster.installJaegerCrd();
    for (var one : Case.values()) {
      sites.put(one, site(cluster, one.name(), one.demand, one.ofAgent));
    }
    defaults =
        site(cluster, "defaults", "{type: Container, max: {cpu: 300m}, min: {cpu: 20m}}", "{}");
    freed = site(cluster, "freed", "{hard: {limits.cpu: '4'}}", "{}");
    bestEffort = site(
        cluster,
        "best-effort",
        "{hard: {limits.cpu: '4'}, scopes: [NotBestEffort]}",
        "{limits: {cpu: 100m}}");
    whole = site(cluster, "whole", "{hard: {pods: '9'}}", "{requests: {cpu: 100m}}");
    operator = Operator.start(
        cluster,
        folder,
        Stream.concat(sites.values().stream(), Stream.of(defaults, freed, bestEffort, whole))
            .map(Site::namespace)
            .toList());
  }

  @AfterAll
  void stop() {
    operator.close();
  }

  @ParameterizedTest
  @EnumSource
  void podsAreCreatedWithoutASidecarThatWouldKeepThemFromIt(Case one) {
    assumeTrue(
        one != Case.POD_MIN || defaults.cluster().minor() > 27,
        "Kubernetes 1.27 takes a Pod whose sum of limits is too small");
    var site = Objects.requireNonNull(sites.get(one));
    assertThat(site.apply(one.deployment(""))).contains("Warning: no sidecar: " + one.reason());
    site.eventually("the Pod runs without a sidecar", here -> here.runs("it"));
    assertThat(site.agents("deployment", "it")).isZero();

    site.run("delete", "deployment", "it", "--cascade=foreground", "--timeout=60s");
    site.eventually("nothing is used", here -> dryRun(here, one.pod("", "")).exit() == 0);
    var plain = Site.succeeded(dryRun(site, one.pod("", "")));
    assertThat(plain.err()).contains(one.reason());
    assertThat(Site.agents(Site.parsed(plain.out()))).isEmpty();
    var refused = dryRun(site, one.pod(Site.inject("false"), SIDECAR.formatted(one.ofAgent)));
    assertThat(refused.exit()).as("a Pod with the sidecar: " + refused.out()).isNotZero();
    assertThat(refused.err()).containsAnyOf("is forbidden", "is invalid");

    var remedy = "sidecar.jaegertracing.io/" + one.remedy;
    assertThat(site.apply(one.deployment(remedy))).isEmpty();
    assertThat(site.agents("deployment", "it")).isEqualTo(1);
    site.eventually("the Pod runs with a sidecar", here -> here.runs("it"));
    site.run("delete", "deployment", "it", "--cascade=foreground", "--timeout=60s");
    site.eventually("nothing is used", here -> dryRun(here, one.pod(remedy, "")).exit() == 0);
    var helped = Site.succeeded(dryRun(site, one.pod(remedy, "")));
    assertThat(Site.agents(Site.parsed(helped.out()))).hasSize(1);
  }

  @Test
  void aSidecarGetsTheDefaultsOfItsNamespace() {
    assertThat(defaults.apply(deployment("", "{}"))).isEmpty();
    defaults.eventually("the Pod runs", here -> here.runs("it"));
    var pods = defaults.get("pods", "--selector=app=it").path("items");
    assertThat(pods).isNotEmpty().allSatisfy(pod -> {
      var resources = Site.agents(pod).get(0).path("resources");
      assertThat(resources.at("/limits/cpu").asText()).isEqualTo("300m");
      assertThat(resources.at("/requests/cpu").asText()).isEqualTo("300m");
    });
  }

  @Test
  void aSidecarDoesNotBringAPodUnderAQuotaThatItCannotKeep() {
    assertThat(bestEffort.apply(deployment("", "{}")))
        .contains("[resource-quota] ResourceQuota bounds", "app beside a sidecar with resources");
    bestEffort.eventually("the Pod runs", here -> here.runs("it"));
    var refused = dryRun(
        bestEffort, Case.MIN.pod(Site.inject("false"), SIDECAR.formatted("{limits: {cpu: 100m}}")));
    assertThat(refused.err()).contains("failed quota: bounds: must specify limits.cpu for: app");
  }

  @Test
  void aSidecarThatDoesNotFitIntoThePodAsAWholeIsLeftOut() {
    assumeTrue(whole.cluster().minor() >= 34, "older ones do not know resources of whole Pods");
    assertThat(whole.apply(ofWhole("", ""))).contains("Warning: no sidecar: [pod-resources] ");
    whole.eventually("the Pod runs without a sidecar", here -> here.runs("it"));
    var refused = whole.kubectlWithInput(
        ofWhole(Site.inject("false"), SIDECAR.formatted("{requests: {cpu: 100m}}")),
        "apply",
        "--dry-run=server",
        "-f",
        "-");
    assertThat(refused.err()).contains("must be greater than or equal to aggregate container");

    assertThat(whole.apply(ofWhole("sidecar.jaegertracing.io/cpu-request: 50m", "")))
        .isEmpty();
    assertThat(whole.agents("deployment", "it")).isEqualTo(1);
    whole.eventually("the Pod runs with a sidecar", here -> here.runs("it"));
  }

  private static String ofWhole(String annotations, String sidecar) {
    return deployment(annotations, "{requests: {cpu: 50m}}")
        .replace("spec: {containers: [", "spec: {resources: {requests: {cpu: 100m}}, containers: [")
        .replace("}}]}", "}}" + sidecar + "]}");
  }

  @Test
  void whoeverWentWithoutGetsASidecarWhenTheQuotaGoes() {
    freed.apply(deployment("", "{limits: {cpu: 100m}}"));
    assertThat(freed.agents("deployment", "it")).isZero();
    freed.run("delete", "resourcequota", "bounds");
    freed.eventually("there is a sidecar", here -> here.agents("deployment", "it") == 1);
  }

  private static Kubectl.Result dryRun(Site site, String yaml) {
    return site.kubectlWithInput(yaml, "create", "--dry-run=server", "-o", "json", "-f", "-");
  }

  private static Site site(Cluster cluster, String hint, String demand, String ofAgent) {
    var kind = demand.startsWith("{hard") ? "ResourceQuota" : "LimitRange";
    var spec = kind.equals("LimitRange") ? "{limits: [" + demand + "]}" : demand;
    var site = Site.create(cluster, hint.toLowerCase(Locale.ROOT).replace('_', '-'))
        .with("annotate", Site.INJECT + "=true")
        .withJaeger("tracing", "{agent: {resources: " + ofAgent + "}}");
    site.apply(
        "{apiVersion: v1, kind: " + kind + ", metadata: {name: bounds}, spec: " + spec + "}");
    return site;
  }

  private static String deployment(String annotations, String resources) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: it, annotations: {%s}}
        spec:
          selector: {matchLabels: {app: it}}
          template:
            metadata: {labels: {app: it}}
            spec: {containers: [{name: app, image: app, resources: %s}]}
        """.formatted(annotations, resources);
  }
}
