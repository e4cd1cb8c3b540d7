package io.jaegertracing.operator.core.reconcile.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.RouteHost;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import java.util.List;
import java.util.stream.Stream;

/** Addresses of a Jaeger: those of its Services inside the cluster, and those by which browsers reach it from outside. */
final class Endpoints {
  private Endpoints() {}

  static void of(List<Desired> desired, Family family, ArrayNode endpoints) {
    desired.stream().flatMap(one -> addresses(one, family)).forEach(address -> {
      var endpoint = endpoints.addObject();
      endpoint.put("name", address.name());
      endpoint.put("url", address.url());
    });
  }

  private record Address(String name, String url) {}

  private static Stream<Address> addresses(Desired one, Family family) {
    return switch (one.place().kind()) {
      case SERVICE -> service(one);
      case INGRESS -> ingress(one.tree().path("spec"));
      case ROUTE ->
        family.own(one.place()).flatMap(RouteHost::of).stream()
            .map(host -> new Address("ui", "https://" + host));
      default -> Stream.empty();
    };
  }

  /** One without an address is for programs that find Pods by themselves. */
  private static Stream<Address> service(Desired one) {
    var spec = one.tree().path("spec");
    if (spec.path("clusterIP").asText().equals("None")) {
      return Stream.empty();
    }
    var component = one.tree()
        .at("/metadata/labels")
        .path(Wellknown.APP_COMPONENT)
        .asText()
        .replaceFirst("^service-", "");
    var host = one.place().name() + "." + one.place().namespace() + ".svc:";
    return stream(spec.path("ports"))
        .map(port -> new Address(
            component + "-" + port.path("name").asText(),
            scheme(port.path("name").asText()) + "://" + host
                + port.path("port").asText()));
  }

  private static Stream<Address> ingress(JsonNode spec) {
    var secured = stream(spec.path("tls"))
        .flatMap(tls -> stream(tls.path("hosts")))
        .map(JsonNode::asText)
        .toList();
    return stream(spec.path("rules"))
        .map(rule -> rule.path("host").asText())
        .filter(host -> !host.isEmpty())
        .map(host -> new Address("ui", (secured.contains(host) ? "https://" : "http://") + host));
  }

  private static String scheme(String port) {
    if (port.contains("grpc")) {
      return "grpc";
    }
    return port.startsWith("https") ? "https" : "http";
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return java.util.stream.StreamSupport.stream(list.spliterator(), false);
  }
}
