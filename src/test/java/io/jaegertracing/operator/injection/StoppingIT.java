package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class StoppingIT {
  /** Long enough for the slowest machine; nobody waits for its end. */
  private static final String DRAIN = "--drain-delay=10m";

  @Test
  void whoStopsIsUnreadyAtOnceAndStillAnswers(Cluster cluster, @TempDir Path folder) {
    cluster.installJaegerCrd();
    var site = Site.create(cluster, "stopping").withJaeger("tracing", "{}");
    try (var operator = Operator.start(cluster, folder, List.of(site.namespace()), DRAIN)) {
      operator.program().signal();

      site.eventually("it is unready", here -> operator.readiness().statusCode() == 503);
      assertThat(operator.readiness().body())
          .contains("stopping; open requests are still answered");
      for (var name : List.of("first", "second")) {
        site.apply(Kind.DEPLOYMENT.yaml(name, Site.inject("true"), ""));
        assertThat(site.agents("deployment", name)).isEqualTo(1);
      }
    }
  }
}
