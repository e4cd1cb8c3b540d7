package io.jaegertracing.operator.core.plan;

import io.jaegertracing.operator.core.plan.Images.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a plan is made for: the cluster's abilities and what the operator was told. */
public record Platform(
    boolean openShift,
    String cronJobApi,
    String autoscalingApi,
    Optional<String> ingressClass,
    boolean authDelegator,
    Images images,
    Map<String, String> proxy,
    Optional<String> documentationUrl,
    boolean minimalKafka,
    KubernetesVersion kubernetes) {

  public Platform {
    proxy = Map.copyOf(proxy);
  }

  /** The proxy variables of the operator itself, in both spellings, for the containers that it makes. */
  public List<Variable> proxyVariables() {
    return Stream.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
        .filter(proxy::containsKey)
        .flatMap(name -> Stream.of(
            new Variable(name, proxy.getOrDefault(name, "")),
            new Variable(name.toLowerCase(java.util.Locale.ROOT), proxy.getOrDefault(name, ""))))
        .toList();
  }

  /** The same in a cluster where an Ingress that names no class gets this one. */
  public Platform withIngressClass(Optional<String> other) {
    return new Platform(
        openShift,
        cronJobApi,
        autoscalingApi,
        other,
        authDelegator,
        images,
        proxy,
        documentationUrl,
        minimalKafka,
        kubernetes);
  }

  /** The same where the login may, or may not, ask the API server about its users. */
  public Platform withAuthDelegator(boolean available) {
    return new Platform(
        openShift,
        cronJobApi,
        autoscalingApi,
        ingressClass,
        available,
        images,
        proxy,
        documentationUrl,
        minimalKafka,
        kubernetes);
  }

  /** The same with another image for a component. */
  public Platform withImage(Component component, String image) {
    return with(images.with(component, image));
  }

  /** The same with images from a registry that a resource names. */
  public Platform withImagesFrom(String registry) {
    return with(images.from(registry));
  }

  private Platform with(Images others) {
    return new Platform(
        openShift,
        cronJobApi,
        autoscalingApi,
        ingressClass,
        authDelegator,
        others,
        proxy,
        documentationUrl,
        minimalKafka,
        kubernetes);
  }

  public record Variable(String name, String value) {}
}
