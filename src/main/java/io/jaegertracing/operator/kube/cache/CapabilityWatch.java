package io.jaegertracing.operator.kube.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.kube.cache.Mirror.Means;
import io.jaegertracing.operator.kube.cache.Source.Selector;
import io.jaegertracing.operator.kube.rest.Api;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices when the cluster learns something new or unlearns it: groups of kinds that it serves, single kinds that are defined, and which class an Ingress gets. What cannot be followed counts as it was at the
 * start.
 */
public final class CapabilityWatch implements AutoCloseable {
  private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

  /** Told on a thread that has more to do. */
  public interface Listener {
    /** Everything was read once, or will not be. */
    void settled();

    /** Something differs since. */
    void changed();
  }

  /** One object whose coming, going and changing makes a difference. */
  public record Sign(String what, String collection, String name) {
    /** The definition of a kind, named as plural.group. */
    public static Sign definition(String name) {
      return new Sign(
          "the definition " + name,
          "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
          name);
    }
  }

  /** An IngressClass that Ingresses without one get; of several the youngest, as the API server has it. */
  private record DefaultClass(String name, String created) {}

  private final Listener listener;
  private final Means means;
  private final List<Mirror<?>> mirrors = new ArrayList<>();
  private final Map<String, DefaultClass> classes = new TreeMap<>();
  private boolean told;

  /** Of a single thing. */
  public CapabilityWatch(Api api, Sign sign, Listener listener, Clock clock) {
    this(listener, Caches.means(api, clock, Patience.USUAL), List.of(sign));
  }

  public CapabilityWatch(Api api, Collection<Sign> signs, Listener listener, Clock clock) {
    this(listener, Caches.means(api, clock, Patience.USUAL), signs);
    mirrors.add(mirror("APIServices", "/apis/apiregistration.k8s.io/v1/apiservices", Selector.ALL));
    mirrors.add(new Mirror<>(
        source("IngressClasses", "/apis/networking.k8s.io/v1/ingressclasses", Selector.ALL),
        CapabilityWatch::defaultClass,
        this::classChanged,
        means));
  }

  private CapabilityWatch(Listener listener, Means means, Collection<Sign> signs) {
    this.listener = listener;
    this.means = means;
    signs.forEach(
        sign -> mirrors.add(mirror(sign.what(), sign.collection(), Selector.named(sign.name()))));
  }

  public void start() {
    mirrors.forEach(Mirror::start);
    mirrors.forEach(mirror -> mirror.whenSettled(this::settled));
  }

  public synchronized Optional<String> defaultIngressClass() {
    return classes.values().stream()
        .max(Comparator.comparing(DefaultClass::created).thenComparing(DefaultClass::name))
        .map(DefaultClass::name);
  }

  @Override
  public void close() {
    mirrors.forEach(Mirror::close);
    means.timer().shutdownNow();
  }

  private Mirror<String> mirror(String what, String path, Selector selector) {
    return new Mirror<>(
        source(what, path, selector),
        object -> object.at("/metadata/resourceVersion").asText(),
        (name, before, now) -> changed(),
        means);
  }

  private void settled() {
    synchronized (this) {
      if (told || !mirrors.stream().allMatch(Mirror::isSettled)) {
        return;
      }
      told = true;
    }
    listener.settled();
  }

  private void classChanged(
      String name, Optional<Optional<DefaultClass>> before, Optional<Optional<DefaultClass>> now) {
    synchronized (this) {
      now.flatMap(one -> one)
          .ifPresentOrElse(one -> classes.put(name, one), () -> classes.remove(name));
    }
    changed();
  }

  private void changed() {
    synchronized (this) {
      if (!told) {
        return;
      }
    }
    listener.changed();
  }

  private static Optional<DefaultClass> defaultClass(JsonNode ingressClass) {
    var metadata = ingressClass.path("metadata");
    return Optional.of(new DefaultClass(
            metadata.path("name").asText(), metadata.path("creationTimestamp").asText()))
        .filter(any -> metadata.path("annotations").path(DEFAULT).asText().equals("true"));
  }

  private static Source source(String what, String path, Selector selector) {
    return new Source(what, path, selector, true, 200, false, Map.of());
  }
}
