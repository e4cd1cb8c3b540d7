package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jaegertracing.operator.core.template.PodTemplateMerge;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The API server has the last word on what LaidOverPodsTest says of templates. */
@OnCluster
class LaidOverPodsIT {
  @Test
  void theApiServerRefusesWhatIsRefused(Cluster cluster) {
    var taken = lines("refused").stream()
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .filter(template -> why(template, cluster).isEmpty());
    assertThat(taken).isEmpty();
  }

  @Test
  void theApiServerTakesWhatIsTaken(Cluster cluster) {
    var refused = new TreeMap<String, String>();
    lines("accepted")
        .forEach(template ->
            why(template, cluster).ifPresent(message -> refused.put(template, message)));
    assertThat(refused).isEmpty();
  }

  private static List<String> lines(String name) {
    try (var file = Objects.requireNonNull(
        LaidOverPodsIT.class.getResourceAsStream("/templates/" + name + ".csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<String> why(String template, Cluster cluster) {
    var plain = (Deployment) Rendered.of("{}").one("Deployment", "simple");
    try {
      var laidOver = PodTemplateMerge.over(
          plain.getSpec().getTemplate(),
          List.of(new YAMLMapper().readTree(template)),
          Map.copyOf(plain.getSpec().getSelector().getMatchLabels()));
      var deployment = new DeploymentBuilder(plain)
          .editMetadata()
          .withNamespace(cluster.namespace())
          .withOwnerReferences()
          .endMetadata()
          .editSpec()
          .withTemplate(laidOver)
          .endSpec()
          .build();
      cluster.admin().resource(deployment).dryRun().create();
      return Optional.empty();
    } catch (KubernetesClientException refusal) {
      return Optional.of(String.valueOf(refusal.getMessage()));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }
}
