package io.jaegertracing.operator.kube;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.time.Duration;

/** An API server that answered: the one thing outside this room that may hold a client. */
public final class Connection implements AutoCloseable {
  private static final Duration USUAL = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final VersionInfo version;

  private Connection(KubernetesClient client, VersionInfo version) {
    this.client = client;
    this.version = version;
  }

  /** A Failure says in one line why there is none. */
  public static Connection open(ClusterLocation location) {
    var client = ClusterAccess.open(location);
    try {
      return new Connection(client, ClusterAccess.greet(client));
    } catch (RuntimeException unanswered) {
      client.close();
      throw unanswered;
    }
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

  @Override
  public void close() {
    client.close();
  }
}
