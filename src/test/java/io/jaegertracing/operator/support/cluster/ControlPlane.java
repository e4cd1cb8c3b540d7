package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The running control plane: its programs live as long as this JVM holds the pipe to them. */
final class ControlPlane implements AutoCloseable {
  private final Process process;
  private final Path story;
  private final Path kubeconfig;
  private final KubernetesClient admin;
  private final Kubectl kubectl;
  private final JaegerCrd jaegerCrd;

  private ControlPlane(Process process, Path story, Path kubeconfig, Programs programs) {
    this.process = process;
    this.story = story;
    this.kubeconfig = kubeconfig;
    this.admin = client(config());
    this.kubectl = new Kubectl(programs.kubectl(), kubeconfig);
    this.jaegerCrd = new JaegerCrd(admin, kubectl);
  }

  static ControlPlane start(Programs programs) {
    try {
      Files.createDirectories(Folders.build());
      var folder = Files.createTempDirectory(Folders.build(), "cluster-");
      var story = folder.resolveSibling(folder.getFileName() + ".log");
      return started(up(folder, story), story, programs);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Process up(Path folder, Path story) throws IOException {
    var run = new ProcessBuilder(Folders.up().toString(), "run").redirectError(story.toFile());
    run.environment().put("CLUSTER_DIR", folder.toString());
    run.environment().put("CLUSTER_PORT", "0");
    run.environment().put("CLUSTER_AUDIT", "1");
    return run.start();
  }

  /** The script bounds its own waiting and ends when it fails, so that reading needs no limit here. */
  private static ControlPlane started(Process process, Path story, Programs programs)
      throws IOException {
    var kubeconfig = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (kubeconfig == null) {
      throw new IllegalStateException(Files.readString(story).strip());
    }
    return new ControlPlane(process, story, Path.of(kubeconfig), programs);
  }

  static KubernetesClient client(Config config) {
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** A fresh one for each client, because they are changed. */
  Config config() {
    return Config.fromKubeconfig(kubeconfig.toFile());
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  KubernetesClient admin() {
    return admin;
  }

  Kubectl kubectl() {
    return kubectl;
  }

  JaegerCrd jaegerCrd() {
    return jaegerCrd;
  }

  Servers servers() {
    return new Servers(kubeconfig.getParent());
  }

  Audit audit() {
    return new Audit(kubeconfig.resolveSibling("audit.log"));
  }

  @Override
  public void close() throws IOException {
    admin.close();
    process.getOutputStream().close();
    if (!ended()) {
      process.destroy();
      throw new IllegalStateException(
          "the control plane does not stop: " + Files.readString(story).strip());
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "the control plane ended early: " + Files.readString(story).strip());
    }
    Files.delete(story);
  }

  private boolean ended() {
    try {
      return process.waitFor(1, TimeUnit.MINUTES);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
