package io.jaegertracing.operator.kube.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.limits.LimitRange;
import io.jaegertracing.operator.core.inject.limits.Quota;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.Mirror.Means;
import io.jaegertracing.operator.kube.rest.Api;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jaegers, namespaces and their limits, and versions of nodes, followed from the start; reading them costs no request. */
public final class Caches implements AutoCloseable {
  private static final String JAEGERS = "jaegers";
  private static final String NAMESPACES = "namespaces";
  private static final String NODES = "nodes";
  private static final String RANGES = "limitranges";
  private static final String QUOTAS = "resourcequotas";

  /** What the caches are called where their numbers are read. */
  public static final List<String> NAMES = List.of(JAEGERS, NAMESPACES, NODES, RANGES, QUOTAS);

  /** Told of every change that means something for injection, on a thread that has more to do. The first sight of an object is a change, too, and comes once. */
  public interface Listener {
    /** Nothing before means that it appeared, nothing now that it went. */
    void jaegerChanged(String key, Optional<Instance> before, Optional<Instance> now);

    /** Only the annotations and labels that ask for a sidecar, or limit it, count. */
    void namespaceChanged(String name, Optional<Meta> before, Optional<Meta> now);

    /** What a LimitRange or a ResourceQuota demands changed; how much of it is used does not count. */
    void limitsChanged(String namespace);
  }

  /**
   * What may be followed that belongs to the whole cluster, and to no namespace.
   *
   * @param definitions the one of Jaegers
   */
  public record Sight(boolean definitions, boolean namespaces, boolean nodes) {
    public static final Sight EVERYTHING = new Sight(true, true, true);
  }

  /** What is looked at. */
  public record Scope(Watched watched, KubernetesVersion server, Sight sight) {}

  private final Scope scope;
  private final Means means;
  private final Clock clock;
  private final Nodes nodes = new Nodes();
  private final NamespaceLimits limits = new NamespaceLimits();
  private final Map<String, Instance> jaegers = new TreeMap<>();
  private final Map<String, Meta> namespaces = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Sources sources;
  private final Map<Source, Mirror<?>> mirrors;
  private volatile List<Instance> instances = List.of();

  public Caches(Api api, Scope scope, Function<JsonNode, Instance> reader, Clock clock) {
    this(scope, Sources.Kind.JAEGER, reader, means(api, clock, Patience.USUAL));
  }

  Caches(Scope scope, Sources.Kind kind, Function<JsonNode, Instance> reader, Means means) {
    this.scope = scope;
    this.means = means;
    this.clock = means.clock();
    this.sources = Sources.of(kind, scope.watched(), scope.sight());
    this.mirrors = mirrors(reader);
  }

  static Means means(Api api, Clock clock, Patience patience) {
    return new Means(api, timer(), clock, patience, new Troubles());
  }

  /** Before the start, to see everything. */
  public void subscribe(Listener listener) {
    listeners.add(listener);
  }

  public void start() {
    mirrors.values().forEach(Mirror::start);
  }

  public Snapshot snapshot() {
    return new Known(isComplete(), instances, namespaces, limits, supportsNativeSidecars());
  }

  /** Why the snapshot is not complete. */
  public Optional<String> objection() {
    return unsettled()
        .findFirst()
        .map(source ->
            means.troubles().of(source.what()).orElseGet(() -> "still reading " + source.what()));
  }

  /** How long ago the API server last said something about it: of several places the one that is silent longest. Empty for what is out of sight. */
  public Optional<Duration> age(String cache) {
    return switch (cache) {
      case JAEGERS -> age(sources.jaegers());
      case NAMESPACES -> age(sources.namespaces());
      case RANGES -> age(sources.ranges());
      case QUOTAS -> age(sources.quotas());
      default -> age(sources.nodes());
    };
  }

  /** Nothing is told to listeners any more; the snapshot stays as it is. */
  @Override
  public void close() {
    mirrors.values().forEach(Mirror::close);
    means.timer().shutdownNow();
  }

  private Map<Source, Mirror<?>> mirrors(Function<JsonNode, Instance> reader) {
    var made = new ConcurrentHashMap<Source, Mirror<?>>();
    for (var source : sources.nodes()) {
      made.put(source, new Mirror<>(source, nodes::read, nodes::changed, means));
    }
    for (var source : sources.namespaces()) {
      made.put(source, new Mirror<>(source, this::meta, this::namespaceChanged, means));
    }
    for (var source : sources.ranges()) {
      made.put(source, new Mirror<>(source, LimitRange::of, this::rangeChanged, means));
    }
    for (var source : sources.quotas()) {
      made.put(source, new Mirror<>(source, Quota::of, this::quotaChanged, means));
    }
    var watchers = sources.jaegers().stream()
        .collect(Collectors.toMap(
            source -> source, source -> new Mirror<>(source, reader, this::jaegerChanged, means)));
    made.putAll(watchers);
    for (var source : sources.definitions()) {
      made.put(
          source,
          new Mirror<>(
              source,
              definition -> definition.at("/metadata/resourceVersion").asText(),
              (name, before, now) -> watchers.values().forEach(Mirror::hurry),
              means));
    }
    return made;
  }

  private Meta meta(JsonNode namespace) {
    return Meta.ofNamespace(namespace.path("metadata"), scope.watched().keys());
  }

  private void jaegerChanged(String key, Optional<Instance> before, Optional<Instance> now) {
    synchronized (jaegers) {
      now.ifPresentOrElse(instance -> jaegers.put(key, instance), () -> jaegers.remove(key));
      instances = List.copyOf(jaegers.values());
    }
    listeners.forEach(listener -> listener.jaegerChanged(key, before, now));
  }

  private void namespaceChanged(String name, Optional<Meta> before, Optional<Meta> now) {
    now.ifPresentOrElse(meta -> namespaces.put(name, meta), () -> namespaces.remove(name));
    listeners.forEach(listener -> listener.namespaceChanged(name, before, now));
  }

  private void rangeChanged(String key, Optional<LimitRange> before, Optional<LimitRange> now) {
    limits.rangeChanged(key, now);
    listeners.forEach(listener -> listener.limitsChanged(NamespaceLimits.namespace(key)));
  }

  private void quotaChanged(String key, Optional<Quota> before, Optional<Quota> now) {
    limits.quotaChanged(key, now);
    listeners.forEach(listener -> listener.limitsChanged(NamespaceLimits.namespace(key)));
  }

  private boolean isComplete() {
    return unsettled().findAny().isEmpty();
  }

  private Stream<Source> unsettled() {
    return sources.all().filter(source -> !mirror(source).isSettled());
  }

  private boolean supportsNativeSidecars() {
    return scope.server().compareTo(Nodes.NATIVE_SIDECARS) >= 0
        && sources.nodes().stream().allMatch(source -> mirror(source).isSettled())
        && nodes.supportNativeSidecars();
  }

  private Optional<Duration> age(List<Source> places) {
    return places.stream()
        .map(source -> Duration.between(mirror(source).heard(), clock.instant()))
        .max(Comparator.naturalOrder());
  }

  private Mirror<?> mirror(Source source) {
    return Objects.requireNonNull(mirrors.get(source));
  }

  private static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(task -> {
      var thread = new Thread(task, "caches");
      thread.setDaemon(true);
      return thread;
    });
  }
}
