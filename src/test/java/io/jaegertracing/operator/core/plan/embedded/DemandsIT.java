package io.jaegertracing.operator.core.plan.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class DemandsIT {
  private static final String PLACE = "#/components/schemas/";

  /** What a Jaeger hands through. */
  private static final List<String> TYPES = Stream.of(
          "Affinity",
          "EnvFromSource",
          "EnvVar",
          "Lifecycle",
          "LocalObjectReference",
          "PodSecurityContext",
          "Probe",
          "ResourceRequirements",
          "SecurityContext",
          "Toleration",
          "TopologySpreadConstraint",
          "Volume",
          "VolumeMount")
      .map("io.k8s.api.core.v1."::concat)
      .toList();

  @Test
  void whatTheApiServerRequiresIsDemanded(Cluster cluster) throws JsonProcessingException {
    var schemas = new ObjectMapper()
        .readTree(cluster.kubectl("get", "--raw", "/openapi/v3/api/v1").out())
        .at("/components/schemas");
    var seen = new TreeSet<String>();
    var rest = new ArrayDeque<>(TYPES);
    while (!rest.isEmpty()) {
      var name = rest.pop();
      if (seen.add(name)) {
        var schema = schemas.path(name);
        assertThat(Demands.required(name.substring(name.lastIndexOf('.') + 1)))
            .as(name)
            .containsAll(
                schema.path("required").valueStream().map(JsonNode::asText).toList());
        schema.findValuesAsText("$ref").stream()
            .map(reference -> reference.substring(PLACE.length()))
            .forEach(rest::push);
      }
    }
    assertThat(seen).hasSizeGreaterThan(60);
  }
}
