package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.support.Generated;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Kubectl;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

@OnCluster
class GenerateIT {
  /** The one that the golden cases name; documents without any go to the one that kubectl chooses. */
  private static final String NAMESPACE =
      "{apiVersion: v1, kind: Namespace, metadata: {name: tracing}}";

  @TempDir
  Path folder;

  @BeforeAll
  static void serveTheKindsOfOthers(Cluster cluster) {
    var kinds = Generated.of("src/test/resources/crds").file().toString();
    succeeds(cluster.kubectl("apply", "-f", kinds));
    succeeds(cluster.kubectl("wait", "-f", kinds, "--for=condition=Established", "--timeout=60s"));
    succeeds(cluster.kubectlWithInput(NAMESPACE, "apply", "-f", "-"));
  }

  @TestFactory
  Stream<DynamicTest> theApiServerAcceptsEveryGoldenObject(Cluster cluster) {
    return GenerateCase.all()
        .map(each -> dynamicTest(
            each.golden().name(),
            () -> succeeds(cluster.kubectl(
                "apply",
                "--server-side",
                "--force-conflicts",
                "--field-manager=jaeger-operator",
                "--dry-run=server",
                "-f",
                each.golden().out(GenerateCase.RENDERED).toString()))));
  }

  @Test
  void whatIsPrintedForThePlainestJaegerIsAppliedAndRuns(Cluster cluster) throws IOException {
    var file = Files.writeString(
        folder.resolve("jaeger.yaml"),
        "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: simplest}}");
    var printed = GenerateCase.generate(Map.of(), "--cr=" + file);
    assertThat(printed.exit()).as(printed.err()).isEqualTo(Exit.OK);

    var namespace = cluster.newNamespace("printed");
    var applied = cluster.kubectlWithInput(printed.out(), "apply", "-n", namespace, "-f", "-");

    succeeds(applied);
    assertThat(applied.err()).isEmpty();
    succeeds(cluster.kubectl(
        "wait",
        "deployment/simplest",
        "-n",
        namespace,
        "--for=condition=Available",
        "--timeout=60s"));
  }

  @Test
  void aDigitInFrontIsRefusedWhereTheApiServerRefusesIt(Cluster cluster) throws IOException {
    var file = Files.writeString(
        folder.resolve("jaeger.yaml"),
        "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: 1st}}");
    var version = cluster.admin().getKubernetesVersion().getGitVersion();
    var unaware = GenerateCase.generate(Map.of(), "--cr=" + file, "--kubernetes-version=1.36");
    var aware = GenerateCase.generate(Map.of(), "--cr=" + file, "--kubernetes-version=" + version);
    assertThat(unaware.exit()).as(unaware.err()).isEqualTo(Exit.OK);

    var applied = cluster.kubectlWithInput(unaware.out(), "apply", "--dry-run=server", "-f", "-");

    assertThat(applied.exit() == 0).as(applied.err()).isEqualTo(aware.exit() == Exit.OK);
    if (applied.exit() != 0) {
      assertThat(applied.err()).contains("1st-query");
      assertThat(aware.err())
          .contains("metadata.name: \"1st\" is not valid; begin it with a letter");
    }
  }

  private static void succeeds(Kubectl.Result result) {
    assertThat(result.exit()).as(result.err()).isZero();
  }
}
