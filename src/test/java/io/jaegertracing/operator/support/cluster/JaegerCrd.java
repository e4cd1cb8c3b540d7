package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product's own CRD, brought to the control plane as users bring it, once. */
final class JaegerCrd {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final KubernetesClient admin;
  private final Kubectl kubectl;
  private boolean installed;

  JaegerCrd(KubernetesClient admin, Kubectl kubectl) {
    this.admin = admin;
    this.kubectl = kubectl;
  }

  synchronized void install() {
    if (installed) {
      return;
    }
    var file = Folders.manifests().resolve("crd/jaegertracing.io_jaegers.yaml");
    if (!Files.isReadable(file)) {
      throw new IllegalStateException("no CRD to install: " + file + " is missing");
    }
    var applied = kubectl.run("apply", "-f", file.toString());
    if (applied.exit() != 0) {
      throw new IllegalStateException(
          "the API server refuses the CRD: " + applied.err().strip());
    }
    awaitService();
    installed = true;
  }

  /** Discovery follows the condition a little later, and a client that looks in between remembers that there is no such kind. */
  private void awaitService() {
    admin
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("jaegers.jaegertracing.io")
        .waitUntilCondition(JaegerCrd::established, LIMIT.toSeconds(), TimeUnit.SECONDS);
    Eventually.holds(
        "discovery lists Jaegers", LIMIT, () -> admin.supports("jaegertracing.io/v1", "Jaeger"));
  }

  /** A CRD that was just created has a status without conditions, which the client reads as null. */
  private static boolean established(CustomResourceDefinition crd) {
    return Stream.ofNullable(crd)
        .flatMap(it -> Stream.ofNullable(it.getStatus()))
        .flatMap(it -> Stream.ofNullable(it.getConditions()))
        .flatMap(List::stream)
        .anyMatch(it -> it.getType().equals("Established") && it.getStatus().equals("True"));
  }
}
