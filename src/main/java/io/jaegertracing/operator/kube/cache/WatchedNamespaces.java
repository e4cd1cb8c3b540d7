package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.scope.LabelSelector;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.Mirror.Means;
import io.jaegertracing.operator.kube.cache.Source.Selector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which namespaces are watched at the moment: they come and go with their labels where these were given in place of names. */
final class WatchedNamespaces {
  private final Watched watched;
  private final Set<String> matching = ConcurrentHashMap.newKeySet();

  WatchedNamespaces(Watched watched) {
    this.watched = watched;
  }

  /** What has to be followed to know; each namespace that comes or goes is told. */
  Stream<Mirror<String>> mirrors(Consumer<String> changed, Means means) {
    return watched.labels().stream()
        .map(labels -> new Mirror<>(
            source(labels),
            namespace -> namespace.at("/metadata/uid").asText(),
            (name, before, now) -> {
              note(name, now);
              changed.accept(name);
            },
            means));
  }

  boolean contain(String namespace) {
    return watched.labels().isPresent() ? matching.contains(namespace) : watched.mayHave(namespace);
  }

  private void note(String name, Optional<String> now) {
    now.ifPresentOrElse(uid -> matching.add(name), () -> matching.remove(name));
  }

  private static Source source(LabelSelector labels) {
    return new Source(
        "namespaces with " + labels.text(),
        "/api/v1/namespaces",
        Selector.matching(labels),
        true,
        500,
        true,
        Map.of());
  }
}
