package io.jaegertracing.operator.kube.reconcile.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jaegertracing.operator.core.plan.Images.Component;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.OwnRights;
import io.jaegertracing.operator.kube.RawApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out about the login on OpenShift what the settings leave open. */
record LoginFindings(RawApi api, Setup.Login login) {
  private static final Logger LOG = LoggerFactory.getLogger(LoginFindings.class);

  Platform completed(Platform platform) {
    var delegating = login.asksForDelegation()
        ? platform.withAuthDelegator(new OwnRights(api).mayBindDelegators())
        : platform;
    return login.stream()
        .filter(any -> !platform.images().of(Component.OAUTH_PROXY).contains("@"))
        .map(this::imported)
        .filter(image -> !image.isEmpty())
        .map(image -> delegating.withImage(Component.OAUTH_PROXY, image))
        .orElse(delegating);
  }

  /** The image that its first tag stands for now; nothing when there is none. */
  private String imported(Setup.Login.ImageStream stream) {
    var image = read(stream).at("/status/tags/0/items/0/dockerImageReference").asText();
    if (image.isEmpty()) {
      LOG.atWarn()
          .log(
              "the ImageStream {} in the namespace {} has no image yet; the OAuth proxy is the one of --openshift-oauth-proxy-image",
              stream.name(),
              stream.namespace());
    }
    return image;
  }

  private JsonNode read(Setup.Login.ImageStream stream) {
    try {
      return api.get(stream.collection() + "/" + stream.name());
    } catch (ApiFailure failure) {
      if (failure.isWorthAnotherTry()) {
        throw failure;
      }
      return MissingNode.getInstance();
    }
  }
}
