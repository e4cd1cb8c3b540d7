package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.Mirror.Means;
import io.jaegertracing.operator.kube.cache.Source.Selector;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.rest.ApiRefusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every object that an operator of this kind made, followed from the start: of most kinds no more than the metadata. What was just written is known at once, before any event tells of it.
 */
public final class OwnedObjects implements AutoCloseable {
  private static final int PAGE = 200;

  /** Told of every change that means something, on a thread that has more to do. */
  public interface Listener {
    /** What was asked for, or by whom it is looked after, changed. */
    void jaegerChanged(String key);

    /** Nothing before means that it appeared, nothing now that it went. */
    void changed(Optional<Child> before, Optional<Child> now);

    /** Everything was read once. */
    void settled();
  }

  private final Listener listener;
  private final Means means;
  private final WatchedNamespaces namespaces;
  private final List<Mirror<?>> mirrors = new ArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<Place, Child> known = new HashMap<>();

  /** By uid, what became of the fields that we wrote last. */
  private final Map<String, String> written = new HashMap<>();

  private boolean told;

  public OwnedObjects(
      Api api, Watched watched, Collection<OwnedKind> kinds, Listener listener, Clock clock) {
    this.listener = listener;
    this.means = Caches.means(api, clock, Patience.USUAL);
    this.namespaces = new WatchedNamespaces(watched);
    for (var kind : kinds) {
      places(kind, watched.names())
          .map(place -> new Mirror<>(
              source(kind, place),
              object -> Child.of(kind, object),
              (key, before, now) -> changed(before, now),
              means))
          .forEach(mirrors::add);
    }
    Sources.jaegerMarks(watched.names())
        .map(source -> new Mirror<>(source, JaegerMark::of, this::jaegerChanged, means))
        .forEach(mirrors::add);
    namespaces.mirrors(this::namespaceChanged, means).forEach(mirrors::add);
  }

  public void start() {
    mirrors.forEach(Mirror::start);
    mirrors.forEach(mirror -> mirror.whenSettled(this::settled));
  }

  /** The Jaeger that this belongs to, as namespace/name, or the one that now has the name of its former Jaeger, and waits for it to go. */
  public synchronized Optional<String> key(Child child) {
    return Optional.ofNullable(keys.get(child.owner()))
        .or(() -> Optional.of(child.place().namespace() + "/" + child.ownerName())
            .filter(keys::containsValue));
  }

  /** All Jaegers in watched namespaces, as namespace/name. */
  public synchronized List<String> jaegers() {
    return keys.values().stream().filter(this::isWatched).toList();
  }

  /** Whether the namespace of this Jaeger, as namespace/name, is watched now. */
  public boolean isWatched(String key) {
    return namespaces.contain(namespace(key));
  }

  /** There is reason to believe that what could not be read can be read now. */
  public void hurry() {
    mirrors.forEach(Mirror::hurry);
  }

  /** What belongs to this Jaeger, and what stands in these places. */
  public synchronized Family family(String jaeger, Collection<Place> places) {
    var around = new ArrayList<>(
        known.values().stream().filter(child -> child.owner().equals(jaeger)).toList());
    places.stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .filter(child -> !child.owner().equals(jaeger))
        .forEach(around::add);
    return Family.of(jaeger, around, this::isAsWritten);
  }

  /** What belongs to the whole cluster and to a Jaeger that is not known here. */
  public synchronized List<Child> strays() {
    return known.values().stream()
        .filter(child -> !child.place().kind().isNamespaced())
        .filter(child -> !child.owner().isEmpty() && !keys.containsKey(child.owner()))
        .toList();
  }

  /** What came of a write. */
  public synchronized void wrote(Child child) {
    written.put(child.uid(), child.fields());
    keep(child);
  }

  public boolean isSettled() {
    return mirrors.stream().allMatch(Mirror::isSettled);
  }

  @Override
  public void close() {
    mirrors.forEach(Mirror::close);
    means.timer().shutdownNow();
  }

  private static String namespace(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  /** What is not watched any more has to be forgotten. */
  private void namespaceChanged(String name) {
    List<String> concerned;
    synchronized (this) {
      concerned =
          keys.values().stream().filter(key -> namespace(key).equals(name)).toList();
    }
    concerned.forEach(listener::jaegerChanged);
  }

  private void jaegerChanged(String key, Optional<JaegerMark> before, Optional<JaegerMark> now) {
    synchronized (this) {
      before.ifPresent(old -> keys.remove(old.uid()));
      now.ifPresent(current -> keys.put(current.uid(), key));
    }
    listener.jaegerChanged(key);
  }

  private synchronized boolean isAsWritten(Child child) {
    return child.fields().equals(written.get(child.uid()));
  }

  private void settled() {
    synchronized (this) {
      if (told || !isSettled()) {
        return;
      }
      told = true;
    }
    listener.settled();
  }

  private void changed(Optional<Child> before, Optional<Child> now) {
    Optional<Child> old;
    synchronized (this) {
      old = now.map(this::keep).orElseGet(() -> before.flatMap(this::forget));
    }
    if (old.isEmpty() ? now.isPresent() : now.filter(old.get()::isLike).isEmpty()) {
      listener.changed(old, now);
    }
  }

  /** What was known before; an event that is older than what we wrote tells nothing new. */
  private Optional<Child> keep(Child child) {
    var old = known.get(child.place());
    if (old == null || isNewer(child, old)) {
      known.put(child.place(), child);
    }
    return Optional.ofNullable(old);
  }

  /** Another object may stand there by now. */
  private Optional<Child> forget(Child gone) {
    written.remove(gone.uid());
    var current = known.get(gone.place());
    if (current != null && current.uid().equals(gone.uid())) {
      known.remove(gone.place());
    }
    return Optional.of(gone);
  }

  private static boolean isNewer(Child one, Child other) {
    return number(one.version()) >= number(other.version());
  }

  private static long number(String version) {
    try {
      return Long.parseLong(version);
    } catch (NumberFormatException opaque) {
      return Long.MAX_VALUE;
    }
  }

  private static Stream<Optional<String>> places(OwnedKind kind, List<String> namespaces) {
    return namespaces.isEmpty() || !kind.isNamespaced()
        ? Stream.of(Optional.empty())
        : namespaces.stream().distinct().map(Optional::of);
  }

  private static Source source(OwnedKind kind, Optional<String> namespace) {
    var root = kind.group().isEmpty() ? "/api/" : "/apis/";
    return new Source(
        "our " + kind.resource()
            + namespace.map(name -> " in the namespace " + name).orElse(""),
        root + kind.apiVersion() + namespace.map(name -> "/namespaces/" + name).orElse("") + "/"
            + kind.resource(),
        // The operator of Elasticsearch may hand labels on, so that this one says less.
        kind == OwnedKind.ELASTICSEARCH
            ? Selector.labelled(Wellknown.APP_PART_OF, "jaeger")
            : Selector.labelled(Wellknown.APP_MANAGED_BY, Child.MANAGER),
        !kind.isWhole(),
        PAGE,
        true,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch our " + kind.resource()
                + ": a Jaeger that needs some says so in its status"));
  }
}
