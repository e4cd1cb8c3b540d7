package io.jaegertracing.operator.kube.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NodesTest {
  private final Nodes nodes = new Nodes();

  @Test
  void oneOldKubeletIsEnoughUntilItIsReplaced() {
    assertThat(nodes.supportNativeSidecars()).isTrue();
    nodes.changed("new", Optional.empty(), version("v1.29.0"));
    assertThat(nodes.supportNativeSidecars()).isTrue();
    nodes.changed("old", Optional.empty(), version("v1.28.15-eks-1"));
    nodes.changed("older", Optional.empty(), version("v1.27.1"));
    assertThat(nodes.supportNativeSidecars()).isFalse();
    nodes.changed("old", version("v1.28.15-eks-1"), version("v1.29.2"));
    assertThat(nodes.supportNativeSidecars()).isFalse();
    nodes.changed("older", version("v1.27.1"), Optional.empty());
    assertThat(nodes.supportNativeSidecars()).isTrue();
  }

  @Test
  void aKubeletThatNamesNoVersionPromisesNothing() {
    nodes.changed("odd", Optional.empty(), version("something"));
    assertThat(nodes.supportNativeSidecars()).isFalse();
  }

  @Test
  void manyNodesShareOneVersion() {
    assertThat(nodes.read(node("v1.30.1"))).isSameAs(nodes.read(node("v1.30.2")));
  }

  private Optional<KubernetesVersion> version(String text) {
    return Optional.of(nodes.read(node(text)));
  }

  private static JsonNode node(String kubelet) {
    var node = JsonNodeFactory.instance.objectNode();
    node.putObject("status").putObject("nodeInfo").put("kubeletVersion", kubelet);
    return node;
  }
}
