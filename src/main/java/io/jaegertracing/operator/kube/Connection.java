package io.jaegertracing.operator.kube;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.Caches;
import io.jaegertracing.operator.kube.lookup.Lookups;
import io.jaegertracing.operator.kube.platform.PlatformWatch;
import io.jaegertracing.operator.kube.platform.RouteGroup;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.rest.Calls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** An API server that answered: the one thing outside this room that may hold a client. */
public final class Connection implements AutoCloseable {
  /** Of such a server nothing is expected. */
  private static final KubernetesVersion UNKNOWN = new KubernetesVersion(0, 0);

  private static final Duration USUAL = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final Calls calls;
  private final VersionInfo version;

  private Connection(KubernetesClient client, Calls calls, VersionInfo version) {
    this.client = client;
    this.calls = calls;
    this.version = version;
  }

  /** A Failure says in one line why there is none. */
  public static Connection open(ClusterLocation location) {
    var calls = new Calls();
    var client = ClusterAccess.open(location, calls);
    try {
      return new Connection(client, calls, ClusterAccess.greet(client));
    } catch (RuntimeException unanswered) {
      client.close();
      throw unanswered;
    }
  }

  /** From now on all that is asked of the API server is counted there. */
  public void countedBy(MeterRegistry registry) {
    calls.countedBy(registry);
  }

  public String server() {
    return client.getMasterUrl().toString();
  }

  public String serverVersion() {
    return version.getGitVersion();
  }

  /** Whether the kind Jaeger exists there. */
  public boolean servesJaegers() {
    try {
      return client.supports("jaegertracing.io/v1", "Jaeger");
    } catch (KubernetesClientException refused) {
      throw ClusterAccess.unreachable(client, refused);
    }
  }

  /** For calls that take as long as usual. */
  public RawApi raw() {
    return new RawApi(client, USUAL);
  }

  /** Whoever looks after named namespaces may have rights there alone: then nothing else is asked for. */
  public Caches.Scope scope(Watched watched) {
    return new Caches.Scope(
        watched,
        KubernetesVersion.parse(version.getGitVersion()).orElse(UNKNOWN),
        watched.isOfTheWholeCluster() ? Caches.Sight.EVERYTHING : new OwnRights(raw()).sight());
  }

  /** Nothing when only some namespaces may be looked at. */
  public Optional<PlatformWatch> platformWatch(
      Watched watched, RouteGroup group, boolean openShift, Clock clock) {
    return watched.isOfTheWholeCluster() || new OwnRights(raw()).mayFollowPlatform()
        ? Optional.of(new PlatformWatch(
            group, openShift, PlatformWatch.Pace.USUAL, new PlatformWatch.Means(api(), clock)))
        : Optional.empty();
  }

  /** Reads nothing before it is started. */
  public Caches caches(Caches.Scope scope, Function<JsonNode, Instance> reader, Clock clock) {
    return new Caches(new Api(client), scope, reader, clock);
  }

  /** For those who follow objects themselves. */
  public Api api() {
    return new Api(client);
  }

  public Lookups lookups(Watched watched, Clock clock) {
    return new Lookups(new Api(client), watched, clock);
  }

  @Override
  public void close() {
    client.close();
  }
}
