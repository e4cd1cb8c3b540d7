package io.jaegertracing.operator.laws.broken.core;

import io.jaegertracing.operator.laws.broken.kube.ClusterCaller;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

public class ImpureDecision {
  public String decide() {
    return System.getenv("HOME") + Instant.now() + UUID.randomUUID() + Path.of("x") + new File("y");
  }

  public Class<?> reachesTheCluster() {
    return ClusterCaller.class;
  }
}
