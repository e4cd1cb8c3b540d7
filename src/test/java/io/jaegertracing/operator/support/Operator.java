package io.jaegertracing.operator.support;

import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The program as an operator of some namespaces: with the rights of the shipped manifests, and called by the shipped webhooks. */
public final class Operator implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** Whatever the level is, one of the two is answered with a warning. */
  private static final String PROBE = """
      apiVersion: v1
      kind: Pod
      metadata: {name: probe, annotations: {sidecar.jaegertracing.io/inject: "not a name"}}
      spec: {containers: [{name: app, image: app}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: probe, annotations: {sidecar.jaegertracing.io/inject: "not a name"}}
      spec:
        selector: {matchLabels: {app: probe}}
        template: {metadata: {labels: {app: probe}}, spec: {containers: [{name: app, image: app}]}}
      """;

  private final Launched program;
  private final Registration registration;
  private final String probes;

  private Operator(Launched program, Registration registration, String probes) {
    this.program = program;
    this.registration = registration;
    this.probes = probes;
  }

  /** Returns when the API server calls it, and it knows what is in these namespaces by then. */
  public static Operator start(
      Cluster cluster, Path folder, List<String> namespaces, String... flags) {
    return called(
        cluster,
        launched(cluster, folder, String.join(",", namespaces), flags),
        folder,
        namespaces);
  }

  /** Watches the whole cluster, and is called for these namespaces, which may come later but for the first. */
  public static Operator startForAll(
      Cluster cluster, Path folder, List<String> namespaces, String... flags) {
    return called(cluster, launched(cluster, folder, "", flags), folder, namespaces);
  }

  /** Watches namespaces by their labels, and is called for these. */
  public static Operator startForLabels(
      Cluster cluster, Path folder, String labels, List<String> namespaces, String... flags) {
    return called(cluster, launched(cluster, folder, labels, flags), folder, namespaces);
  }

  /** Where an operator runs, and as whom. */
  public record Post(String home, String name) {}

  /** Watches named namespaces from its own one, as what it is allowed there, and is called for them. */
  public static Operator startAt(
      Cluster cluster, Path folder, Post post, List<String> namespaces, String... flags) {
    var environment = Map.of(
        "KUBECONFIG",
        kubeconfig(cluster, folder, post.home()).toString(),
        "POD_NAMESPACE",
        post.home(),
        "OPERATOR_NAME",
        post.name(),
        "WATCH_NAMESPACE",
        String.join(",", namespaces));
    return called(cluster, launched(folder, environment, flags), folder, namespaces);
  }

  private static Launched launched(Cluster cluster, Path folder, String watched, String... flags) {
    var kubeconfig = kubeconfig(cluster, folder, cluster.namespace());
    return launched(
        folder, Map.of("KUBECONFIG", kubeconfig.toString(), "WATCH_NAMESPACE", watched), flags);
  }

  private static Launched launched(Path folder, Map<String, String> environment, String... flags) {
    new DevelopmentCertificates(certificates(folder), "--cert-dir", Clock.systemUTC()).ready();
    return Launched.operator(folder, environment, flags);
  }

  private static Path certificates(Path folder) {
    return folder.resolve("certs");
  }

  private static Operator called(
      Cluster cluster, Launched program, Path folder, List<String> namespaces) {
    try {
      return registered(cluster, program, certificates(folder).resolve("ca.crt"), namespaces);
    } catch (RuntimeException | AssertionError failure) {
      program.close();
      throw failure;
    }
  }

  private static Operator registered(
      Cluster cluster, Launched program, Path authority, List<String> namespaces) {
    var url = "https://" + program.logged("webhook address=(\\S+)");
    var probes = "http://" + program.logged("probes address=(\\S+)");
    var registration = Registration.of(cluster, url, authority, namespaces);
    var operator = new Operator(program, registration, probes);
    Eventually.holds("the operator is ready", LONG, () -> operator.readiness().statusCode() == 200);
    Eventually.holds("the operator is asked", LONG, () -> isAsked(cluster, namespaces.get(0)));
    return operator;
  }

  public Launched program() {
    return program;
  }

  public HttpResponse<String> readiness() {
    try {
      return Loopback.get(Loopback.client().build(), probes + "/readyz?verbose");
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static boolean isAsked(Cluster cluster, String namespace) {
    return cluster
        .kubectlWithInput(PROBE, "create", "--dry-run=server", "-n", namespace, "-f", "-")
        .err()
        .contains("bad-annotation");
  }

  /** Of the product's account in that namespace. */
  public static Path kubeconfig(Cluster cluster, Path folder, String home) {
    var token = cluster.kubectl("create", "token", "jaeger-operator", "-n", home, "--duration=1h");
    try {
      var admin = Files.readString(cluster.kubeconfig());
      return Files.writeString(
          folder.resolve("kubeconfig"),
          admin.replaceFirst("token: \\w+", "token: " + token.out().strip()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    registration.close();
    program.close();
  }
}
