package io.jaegertracing.operator.kube;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.kube.rest.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class ClusterAccessTest {
  @TempDir
  private Path folder;

  @Test
  void aFileThatIsNoKubeconfigIsNamed() throws IOException {
    refuses("kind: [", "is no kubeconfig");
  }

  @Test
  void aKubeconfigWithoutAContextSaysHowToChooseOne() throws IOException {
    refuses("apiVersion: v1\nkind: Config\n", "kubectl config use-context");
  }

  private void refuses(String text, String sentence) throws IOException {
    var file = Files.writeString(folder.resolve("config"), text);
    assertThatThrownBy(
            () -> ClusterAccess.open(new ClusterLocation.Kubeconfig(List.of(file)), new Calls()))
        .asInstanceOf(type(Failure.class))
        .matches(failure -> failure.exit() == Exit.NO_INPUT)
        .extracting(Failure::getMessage)
        .asString()
        .contains(file.toString())
        .contains(sentence);
  }
}
