package io.jaegertracing.operator.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.kube.rest.Calls;
import java.nio.file.Path;

/** Opens the connection to the API server, or says in one sentence why there is none. */
public final class ClusterAccess {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 10_000;

  /** Within a request for a second or so; whoever needs more patience asks again. */
  private static final int RETRIES = 3;

  private ClusterAccess() {}

  public static KubernetesClient open(ClusterLocation location, Calls calls) {
    var config = config(location);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setRequestTimeout(REQUEST_MILLIS);
    config.setRequestRetryBackoffLimit(RETRIES);
    // An API server ends the HTTP/2 connection of a client that it does not know, and the JDK then
    // loses the 401 that says so.
    config.setHttp2Disable(true);
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("calls", calls))
        .build();
  }

  /** Proves that the API server answers us; the client itself connects lazily. */
  public static VersionInfo greet(KubernetesClient client) {
    try {
      return client.getKubernetesVersion();
    } catch (KubernetesClientException refused) {
      throw unreachable(client, refused);
    }
  }

  private static Config config(ClusterLocation location) {
    if (location instanceof ClusterLocation.Kubeconfig kubeconfig
        && kubeconfig.files().size() == 1) {
      return read(kubeconfig.files().get(0));
    }
    // Several kubeconfig files are merged, and a service account's token is renewed, by the
    // client's own discovery.
    return Config.autoConfigure(null);
  }

  private static Config read(Path file) {
    try {
      var config = Config.fromKubeconfig(file.toFile());
      if (config.getCurrentContext() != null) {
        return config;
      }
    } catch (RuntimeException broken) {
      // The client lets the exceptions of its YAML reader through, whichever that is.
      throw new Failure(
          Exit.NO_INPUT,
          file + " is no kubeconfig: " + firstLine(broken),
          "point KUBECONFIG at a valid kubeconfig file");
    }
    throw new Failure(
        Exit.NO_INPUT,
        file + " selects no context",
        "choose one with \"kubectl config use-context NAME\"");
  }

  static Failure unreachable(KubernetesClient client, KubernetesClientException refused) {
    var server = client.getMasterUrl();
    return switch (refused.getCode()) {
      case 401 ->
        new Failure(
            Exit.UNAVAILABLE,
            server + " does not know our credentials (401)",
            "renew the token or client certificate");
      case 403 ->
        new Failure(
            Exit.UNAVAILABLE,
            server + " refuses us (403)",
            "grant the role in manifests/rbac to this identity");
      default ->
        new Failure(
            Exit.UNAVAILABLE,
            "no cluster answers at " + server + ": " + firstLine(root(refused)),
            "check that it runs and that KUBECONFIG names the right one");
    };
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }

  private static String firstLine(Throwable failure) {
    var message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
