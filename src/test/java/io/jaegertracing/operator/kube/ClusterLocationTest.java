package io.jaegertracing.operator.kube;

import io.jaegertracing.operator.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterLocationTest {
  @TempDir
  private Path home;

  @Test
  void kubeconfigGoesBeforeTheHomeFolder() throws IOException {
    var named = Files.writeString(home.resolve("named"), "");
    inHome();
    assertThat(ClusterLocation.of(Map.of("KUBECONFIG", named.toString(), "HOME", home.toString())))
        .isEqualTo(new ClusterLocation.Kubeconfig(List.of(named)));
  }

  @Test
  void ofSeveralFilesThoseThatExistCount() throws IOException {
    var one = Files.writeString(home.resolve("one"), "");
    var two = Files.writeString(home.resolve("two"), "");
    var names = String.join(
        File.pathSeparator, one.toString(), home.resolve("absent").toString(), two.toString());
    assertThat(ClusterLocation.of(Map.of("KUBECONFIG", names)))
        .isEqualTo(new ClusterLocation.Kubeconfig(List.of(one, two)));
  }

  @Test
  void theHomeFolderIsTheLastResort() throws IOException {
    var config = inHome();
    assertThat(ClusterLocation.of(Map.of("KUBECONFIG", "", "HOME", home.toString())))
        .isEqualTo(new ClusterLocation.Kubeconfig(List.of(config)));
  }

  @Test
  void nothingAnywhereSaysWhatWasLookedAt() {
    assertThatThrownBy(() -> ClusterLocation.of(Map.of("HOME", home.toString())))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(home.resolve(".kube/config") + " does not exist")
        .hasMessageContaining("set KUBECONFIG");
  }

  @Test
  void namedFilesThatCannotBeReadAreNamed() {
    assertThatThrownBy(() -> ClusterLocation.of(Map.of("KUBECONFIG", "/absent/config")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("KUBECONFIG=/absent/config names no file that can be read");
  }

  private Path inHome() throws IOException {
    return Files.writeString(Files.createDirectory(home.resolve(".kube")).resolve("config"), "");
  }
}
