package io.jaegertracing.operator.kube.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the nodes whose kubelet does not know init containers that keep running; of a node only a version is kept, the same one for many. */
final class Nodes {
  static final KubernetesVersion NATIVE_SIDECARS = new KubernetesVersion(1, 29);

  /** A version that cannot be read promises nothing. */
  private static final KubernetesVersion UNKNOWN = new KubernetesVersion(0, 0);

  private final ConcurrentMap<KubernetesVersion, KubernetesVersion> versions =
      new ConcurrentHashMap<>();
  private final AtomicInteger tooOld = new AtomicInteger();

  KubernetesVersion read(JsonNode node) {
    var text = node.at("/status/nodeInfo/kubeletVersion").asText();
    return versions.computeIfAbsent(
        KubernetesVersion.parse(text).orElse(UNKNOWN), version -> version);
  }

  void changed(String name, Optional<KubernetesVersion> before, Optional<KubernetesVersion> now) {
    tooOld.addAndGet(weight(now) - weight(before));
  }

  boolean supportNativeSidecars() {
    return tooOld.get() == 0;
  }

  private static int weight(Optional<KubernetesVersion> version) {
    return version.filter(kubelet -> kubelet.compareTo(NATIVE_SIDECARS) < 0).isPresent() ? 1 : 0;
  }
}
