package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Pods that were created before anybody was there to inject them. */
@OnCluster
class MissedIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir
  private Path folder;

  @Test
  void aPodThatWasMissedComesBackWithItsSidecarAndNothingElseIsDisturbed(Cluster cluster) {
    cluster.installJaegerCrd();
    var site = Site.create(cluster, "missed")
        .withJaeger("tracing", "{}")
        .with("annotate", "sidecar.jaegertracing.io/verify=warn");
    site.apply(Kind.REPLICA_SET.yaml("early", Site.inject("true"), ""));
    site.apply(Kind.POD.yaml("bare", Site.inject("true"), ""));
    site.eventually("both run", here -> running(here, "early") && running(here, "bare"));

    try (var operator =
        Operator.start(cluster, folder, List.of(site.namespace()), "--missed-injections=evict")) {
      Eventually.holds("it comes back", LONG, () -> hasAgent(site, "early"));
      site.eventually(
          "an Event tells why it went", here -> here.events("early").contains("SidecarRestart"));
      Eventually.holds(
          "the bare one stays and is counted",
          LONG,
          () -> metrics(operator)
              .contains("jaeger_operator_missed_injections{reason=\"missing-sidecar\"} 1.0"));
    }
    assertThat(site.events("early")).contains("MissingSidecar");
    assertThat(site.events("bare")).contains("MissingSidecar");
    assertThat(hasAgent(site, "bare")).isFalse();
  }

  private static String metrics(Operator operator) {
    var address = operator.program().logged("metrics address=(\\S+)");
    try {
      return Loopback.get(Loopback.client().build(), "http://" + address + "/metrics")
          .body();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static boolean running(Site site, String name) {
    return site.get("pods", "--selector=case=" + name)
        .at("/items/0/status/phase")
        .asText()
        .equals("Running");
  }

  private static boolean hasAgent(Site site, String name) {
    return site.get("pods", "--selector=case=" + name)
        .at("/items/0/spec")
        .toString()
        .contains("\"name\":\"jaeger-agent\"");
  }
}
