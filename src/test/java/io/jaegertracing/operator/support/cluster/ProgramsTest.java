package io.jaegertracing.operator.support.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramsTest {
  private static final Programs ALL =
      Programs.parse("etcd /bin/etcd\nkubectl /my programs/kubectl\n");
  private static final Programs SOME =
      Programs.parse("kwok missing\nkubectl /bin/kubectl\netcd missing\n");

  @Test
  void complainsAboutNothingWhenNothingIsMissing() {
    assertThat(ALL.complaint()).isEmpty();
    assertThat(ALL.kubectl()).isEqualTo(Path.of("/my programs/kubectl"));
  }

  @Test
  void skipsWithOneLineThatNamesTheRemedyAndWhatIsMissing() {
    var decision = ClusterExtension.decide(SOME, false);
    assertThat(decision.isDisabled()).isTrue();
    assertThat(decision.getReason())
        .contains("control plane not built: run \"make cluster\" (missing: etcd, kwok)");
  }

  @Test
  void doesNotSkipWhatIsRequired() {
    assertThat(ClusterExtension.decide(SOME, true).isDisabled()).isFalse();
  }

  @Test
  void findsNoneWhereNoneIs(@TempDir Path empty) {
    var complaint = Programs.find(environment(empty)).complaint();
    assertThat(complaint.orElseThrow())
        .startsWith("control plane not built: run \"make cluster\" (missing: ")
        .contains("kube-apiserver")
        .doesNotContain("\n");
  }

  @Test
  void findsEachProgramInTheFirstFolderThatHasIt(@TempDir Path folder) throws Exception {
    var mine = program(folder.resolve("mine"), "etcd");
    program(folder.resolve("assets"), "etcd");
    var assets = program(folder.resolve("assets"), "kwok");
    var environment = new HashMap<>(environment(folder));
    environment.put("CLUSTER_BIN", mine.getParent().toString());
    environment.put("KUBEBUILDER_ASSETS", assets.getParent().toString());
    assertThat(Programs.find(environment).paths())
        .containsEntry("etcd", Optional.of(mine))
        .containsEntry("kwok", Optional.of(assets))
        .containsEntry("kube-apiserver", Optional.empty());
  }

  private static Path program(Path folder, String name) throws Exception {
    var file = Files.createFile(Files.createDirectories(folder).resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** Only what the script itself runs on. */
  private static Map<String, String> environment(Path cache) {
    return Map.of("PATH", "/usr/bin:/bin", "JAEGER_OPERATOR_CACHE", cache.toString());
  }
}
