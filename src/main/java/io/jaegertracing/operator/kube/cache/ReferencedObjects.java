package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.reconcile.inputs.Content;
import io.jaegertracing.operator.core.reconcile.inputs.Reference;
import io.jaegertracing.operator.kube.cache.Mirror.Means;
import io.jaegertracing.operator.kube.cache.Source.Selector;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.rest.ApiRefusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What of others Jaegers depend on, mostly Secrets and ConfigMaps that their programs read: each is followed alone, by its name, and nothing but a digest of its content is kept. */
public final class ReferencedObjects implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReferencedObjects.class);

  private record Key(String namespace, Reference reference) {}

  /** One object, or all of one name, and the Jaegers that are concerned with it. */
  private static final class Followed {
    private final Set<String> jaegers = new HashSet<>();
    private Optional<Mirror<String>> mirror = Optional.empty();
    private final Map<String, String> digests = new TreeMap<>();
  }

  private final int most;
  private final Consumer<String> changed;
  private final Means means;
  private final Map<Key, Followed> followed = new HashMap<>();
  private boolean complained;

  /** At most so many are followed; whoever is concerned with one is named when it changes. */
  public ReferencedObjects(Api api, int most, Consumer<String> changed, Clock clock) {
    this.most = most;
    this.changed = changed;
    this.means = Caches.means(api, clock, Patience.USUAL);
  }

  /** From now on these are what a Jaeger is concerned with. Empty while one of them has not been read yet; of those that are there, the digest. */
  public Optional<Map<Reference, String>> contents(
      String jaeger, String namespace, Set<Reference> references) {
    forget(jaeger, namespace, references);
    var begun = references.stream()
        .map(reference -> follow(jaeger, new Key(namespace, reference)))
        .flatMap(Optional::stream)
        .toList();
    begun.forEach(Mirror::start);
    begun.forEach(mirror -> mirror.whenSettled(() -> changed.accept(jaeger)));
    return read(namespace, references);
  }

  /** It is gone. */
  public void forget(String jaeger) {
    forget(jaeger, "", Set.of());
  }

  public synchronized int size() {
    return followed.size();
  }

  @Override
  public void close() {
    List<Followed> all;
    synchronized (this) {
      all = List.copyOf(followed.values());
      followed.clear();
    }
    all.forEach(one -> one.mirror.ifPresent(Mirror::close));
    means.timer().shutdownNow();
  }

  private synchronized Optional<Map<Reference, String>> read(
      String namespace, Set<Reference> references) {
    var digests = new TreeMap<Reference, String>();
    for (var reference : references) {
      var one = followed.get(new Key(namespace, reference));
      if (one != null && one.mirror.filter(mirror -> !mirror.isSettled()).isPresent()) {
        return Optional.empty();
      }
      if (one != null && !one.digests.isEmpty()) {
        digests.put(reference, String.join(" ", one.digests.values()));
      }
    }
    return Optional.of(digests);
  }

  /** The mirror that has to be started. */
  private synchronized Optional<Mirror<String>> follow(String jaeger, Key key) {
    var known = followed.get(key);
    if (known != null) {
      known.jaegers.add(jaeger);
      return Optional.empty();
    }
    if (followed.size() >= most) {
      complain();
      return Optional.empty();
    }
    var one = new Followed();
    one.jaegers.add(jaeger);
    one.mirror = Optional.of(new Mirror<>(
        source(key),
        object -> Content.digest(key.reference().kind(), object),
        (name, before, now) -> changed(one, name, now),
        means));
    followed.put(key, one);
    return one.mirror;
  }

  private void complain() {
    if (!complained) {
      complained = true;
      LOG.atWarn()
          .log(
              "Jaegers depend on more than {} Secrets, ConfigMaps and the like; those beyond are not followed",
              most);
    }
  }

  private void forget(String jaeger, String namespace, Set<Reference> but) {
    var unneeded = new HashMap<Key, Followed>();
    synchronized (this) {
      followed.forEach((key, one) -> {
        var stays = key.namespace().equals(namespace) && but.contains(key.reference());
        if (!stays && one.jaegers.remove(jaeger) && one.jaegers.isEmpty()) {
          unneeded.put(key, one);
        }
      });
      followed.keySet().removeAll(unneeded.keySet());
    }
    unneeded.values().forEach(one -> one.mirror.ifPresent(Mirror::close));
  }

  private void changed(Followed one, String name, Optional<String> now) {
    List<String> concerned;
    synchronized (this) {
      now.ifPresentOrElse(digest -> one.digests.put(name, digest), () -> one.digests.remove(name));
      concerned = List.copyOf(one.jaegers);
    }
    concerned.forEach(changed);
  }

  private static Source source(Key key) {
    var reference = key.reference();
    var what = reference.kind().resource() + " " + reference.name() + " in the namespace "
        + key.namespace();
    var pools = reference.kind() == Reference.Kind.KAFKA_NODE_POOLS;
    return new Source(
        what,
        reference.kind().collection(key.namespace()),
        pools
            ? Selector.labelled("strimzi.io/cluster", reference.name())
            : Selector.named(reference.name()),
        pools,
        pools ? 100 : 1,
        false,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch " + what + ": Jaegers do not follow its changes"));
  }
}
