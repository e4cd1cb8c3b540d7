package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnCluster
class WorkloadsIT {
  @Test
  void readsAListPageByPage(Cluster cluster) {
    var namespace = cluster.newNamespace("pages");
    IntStream.range(0, 5)
        .mapToObj(i -> cluster.kubectl(
            "create", "deployment", "d-" + i, "--image=x", "--replicas=0", "-n", namespace))
        .forEach(result -> assertThat(result.exit()).as(result.err()).isZero());
    var seen = new ArrayList<JsonNode>();

    new Workloads(RawApis.product(cluster), 2).each(kind("Deployment"), namespace, seen::add);

    assertThat(seen)
        .extracting(live -> live.at("/metadata/name").asText())
        .containsExactly("d-0", "d-1", "d-2", "d-3", "d-4");
    assertThat(seen).allMatch(live -> live.path("kind").asText().equals("Deployment"));
    assertThat(seen).allMatch(live -> live.path("apiVersion").asText().equals("apps/v1"));
    Eventually.holds(
        "there were three pages",
        Duration.ofMinutes(1),
        () -> cluster.audit().requestsBy(cluster.productAccount()).stream()
                .filter(request -> request.namespace().equals(namespace))
                .count()
            == 3);
  }

  @Test
  void aKindThatTheClusterDoesNotKnowIsAbsent(Cluster cluster) {
    var absent = new WorkloadKinds(List.of())
        .with("argoproj.io/v0/rollouts:/spec/template")
        .rows()
        .get(0);
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> new Workloads(RawApis.product(cluster), 2).each(absent, "", live -> {}))
        .matches(ApiFailure::isAbsence);
  }

  private static WorkloadKind kind(String kind) {
    return WorkloadKinds.ALL.rows().stream()
        .filter(row -> row.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
