package io.jaegertracing.operator.kube.reconcile.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.CapabilityWatch.Sign;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What reconciling has to know beforehand.
 *
 * @param identity by which this operator is known among those that share a cluster
 * @param reader fails with the reason when a Jaeger cannot be read
 * @param login what has to be found out where users log in
 * @param declined what is never made, because the operator was told so
 * @param version of Jaeger that installations are brought to
 */
public record Setup(
    Platform platform,
    String identity,
    Watched watched,
    Login login,
    Set<OwnedKind> declined,
    Function<JsonNode, Jaeger> reader,
    String version) {
  public Setup {
    declined = Set.copyOf(declined);
  }

  /** Whatever tells that the cluster can do something else now. */
  public List<Sign> signs() {
    var definitions = ServedKinds.definitions().stream().map(Sign::definition);
    return Stream.concat(definitions, login.stream().stream().map(Login.ImageStream::sign))
        .toList();
  }

  /**
   * What the settings leave open about the login on OpenShift.
   *
   * @param asksForDelegation whether it may be bound to system:auth-delegator
   * @param stream the ImageStream that has its image
   */
  public record Login(boolean asksForDelegation, Optional<ImageStream> stream) {
    /** Where OpenShift keeps up with images of others. */
    public record ImageStream(String namespace, String name) {
      String collection() {
        return "/apis/image.openshift.io/v1/namespaces/" + namespace + "/imagestreams";
      }

      Sign sign() {
        return new Sign(
            "the ImageStream " + name + " in the namespace " + namespace, collection(), name);
      }
    }
  }
}
