package io.jaegertracing.operator.kube;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where the cluster is: named by kubeconfig files, or around this Pod. */
public sealed interface ClusterLocation {
  Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

  record Kubeconfig(List<Path> files) implements ClusterLocation {}

  record InCluster() implements ClusterLocation {}

  /** KUBECONFIG, else the Pod's service account, else the home folder: the order that users of the Go operator know. */
  static ClusterLocation of(Map<String, String> environment) {
    var named = environment.getOrDefault("KUBECONFIG", "");
    if (!named.isEmpty()) {
      return new Kubeconfig(existing(named));
    }
    if (environment.containsKey("KUBERNETES_SERVICE_HOST") && Files.exists(SERVICE_ACCOUNT)) {
      return new InCluster();
    }
    var home = Path.of(environment.getOrDefault("HOME", "."), ".kube", "config");
    if (Files.exists(home)) {
      return new Kubeconfig(List.of(home));
    }
    throw new Failure(
        Exit.UNAVAILABLE,
        "no cluster: KUBECONFIG is not set, this is not a Pod, and " + home + " does not exist",
        "set KUBECONFIG, or try \"jaeger-operator standalone\", which needs no cluster");
  }

  private static List<Path> existing(String named) {
    var files = Arrays.stream(named.split(File.pathSeparator))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .filter(Files::isReadable)
        .toList();
    if (files.isEmpty()) {
      throw new Failure(
          Exit.NO_INPUT,
          "KUBECONFIG=" + named + " names no file that can be read",
          "point it at a kubeconfig file");
    }
    return files;
  }
}
