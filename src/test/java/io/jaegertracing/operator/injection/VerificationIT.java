package io.jaegertracing.operator.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.Kubectl;
import io.jaegertracing.operator.support.cluster.OnCluster;
import io.jaegertracing.operator.support.cluster.Registration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped webhooks on a real API server, with the injecting one, without it, and with one of somebody else behind it. */
@OnCluster
class VerificationIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Pattern MISSING = Pattern.compile(
      "admission_decisions_total\\{kind=\"Pod\",path=\"/validate-v1-pod\",reason=\"missing-sidecar\"} (\\S+)");

  @TempDir
  private Path folder;

  private Site denying;
  private Site warning;
  private Site auditing;
  private Operator operator;

  @BeforeEach
  void anOperatorOfNamespacesInEachMode(Cluster cluster) {
    cluster.installJaegerCrd();
    denying = site(cluster, "deny");
    warning = site(cluster, "warn");
    auditing = Site.create(cluster, "verify-audit").withJaeger("tracing", "{}");
    operator = Operator.start(
        cluster,
        folder,
        Stream.of(denying, warning, auditing).map(Site::namespace).toList());
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void whatIsInjectedRunsWherePodsWithoutTheirSidecarAreRefused() {
    for (var kind : List.of(Kind.POD, Kind.DEPLOYMENT, Kind.JOB, Kind.REPLICA_SET)) {
      var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      denying.apply(kind.yaml(name, Site.inject("true"), ""));
      Eventually.holds(name + " runs", LONG, () -> startedWithSidecar(name));
    }
  }

  @Test
  void withoutInjectionAPodIsRefusedOrWarnedOfOrCounted(Cluster cluster) throws Exception {
    var injection = Registration.shipped(cluster, "mutating.yaml");
    cluster
        .admin()
        .admissionRegistration()
        .v1()
        .mutatingWebhookConfigurations()
        .withName(injection.getMetadata().getName() + "-" + denying.namespace())
        .delete();
    for (var site : List.of(denying, warning, auditing)) {
      Eventually.holds(
          "nothing is injected in " + site.namespace(),
          LONG,
          () -> !dryRun(site).out().contains("jaeger-agent"));
    }
    assertThat(create(denying).exit()).isNotZero();
    assertThat(create(denying).err())
        .contains("pod.sidecar-verifier.jaegertracing.io")
        .contains("Pod " + denying.namespace() + "/late: [missing-sidecar]")
        .contains("Create the Pod again");
    assertThat(create(warning).exit()).isZero();
    warning.eventually("an Event tells", site -> site.events("late").contains("MissingSidecar"));
    assertThat(warning.kubectlWithInput(pod("again"), "create", "-f", "-").err())
        .contains("Warning: [missing-sidecar]");
    var before = missing();
    assertThat(create(auditing)).satisfies(created -> {
      assertThat(created.exit()).isZero();
      assertThat(created.err()).isEmpty();
    });
    Eventually.holds("it is counted", LONG, () -> missing() == before + 1);
    Eventually.holds(
        "the audit log has the mode", LONG, () -> auditing.said("late", "mode").contains("audit"));
    assertThat(auditing.said("late", "reason")).contains("missing-sidecar");
    assertThat(auditing.events("late")).isEmpty();
  }

  @Test
  void whatALaterWebhookTakesAwayIsFound(Cluster cluster) throws Exception {
    try (var later = new LaterWebhook(
        cluster, folder.resolve("later"), denying.namespace(), VerificationIT::strip)) {
      refused(later, "[altered-sidecar] the container jaeger-agent was taken away");
    }
  }

  @Test
  void whatALaterWebhookChangesIsFound(Cluster cluster) throws Exception {
    try (var later = new LaterWebhook(
        cluster, folder.resolve("later"), denying.namespace(), VerificationIT::otherImage)) {
      refused(
          later,
          "[altered-sidecar] not as they were written into the container jaeger-agent: image");
    }
  }

  private void refused(LaterWebhook later, String why) {
    Eventually.holds(
        "a Pod is refused: " + why, LONG, () -> dryRun(denying).err().contains(why));
    assertThat(later.asked()).isPositive();
  }

  private static void strip(JsonNode pod, ArrayNode operations) {
    var index = agent(pod);
    if (index >= 0) {
      operations.addObject().put("op", "remove").put("path", "/spec/containers/" + index);
    }
  }

  private static void otherImage(JsonNode pod, ArrayNode operations) {
    var index = agent(pod);
    if (index >= 0) {
      operations
          .addObject()
          .put("op", "replace")
          .put("path", "/spec/containers/" + index + "/image")
          .put("value", "example.com/other:1");
    }
  }

  private static int agent(JsonNode pod) {
    var containers = pod.at("/spec/containers");
    for (var i = 0; i < containers.size(); i++) {
      if (containers.path(i).path("name").asText().equals("jaeger-agent")) {
        return i;
      }
    }
    return -1;
  }

  private boolean startedWithSidecar(String name) {
    var pods = denying.get("pods", "--selector=case=" + name).path("items");
    return pods.size() == 1
        && StreamSupport.stream(pods.spliterator(), false)
            .allMatch(pod ->
                List.of("Running", "Succeeded").contains(pod.at("/status/phase").asText())
                    && pod.path("spec").toString().contains("\"name\":\"jaeger-agent\""));
  }

  private double missing() {
    var address = operator.program().logged("metrics address=(\\S+)");
    try {
      var page = Loopback.get(Loopback.client().build(), "http://" + address + "/metrics")
          .body();
      var found = MISSING.matcher(page);
      return found.find() ? Double.parseDouble(found.group(1)) : 0;
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static Site site(Cluster cluster, String mode) {
    return Site.create(cluster, "verify-" + mode)
        .withJaeger("tracing", "{}")
        .with("annotate", "sidecar.jaegertracing.io/verify=" + mode);
  }

  private static Kubectl.Result create(Site site) {
    return site.kubectlWithInput(pod("late"), "create", "-f", "-");
  }

  private static Kubectl.Result dryRun(Site site) {
    return site.kubectlWithInput(
        pod("probe"), "create", "--dry-run=server", "-o", "yaml", "-f", "-");
  }

  private static String pod(String name) {
    return Kind.POD.yaml(name, Site.inject("true"), "");
  }
}
