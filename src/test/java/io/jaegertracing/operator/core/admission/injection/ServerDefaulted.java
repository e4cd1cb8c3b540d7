package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import java.util.List;

/** What an API server writes into the containers that it stores, as far as an agent is concerned. */
final class ServerDefaulted {
  private ServerDefaulted() {}

  static void agents(JsonNode pod) {
    for (var group : List.of("containers", "initContainers")) {
      for (var container : pod.path(group)) {
        if (container.path("name").asText().equals(Candidate.AGENT)
            && container instanceof ObjectNode agent) {
          agent(agent);
        }
      }
    }
  }

  static void volumes(JsonNode pod) {
    for (var volume : pod.path("volumes")) {
      setIfAbsent(volume.path("secret"), "defaultMode", 420);
      setIfAbsent(volume.path("configMap"), "defaultMode", 420);
    }
  }

  /** Amounts are stored in their shortest spelling. */
  private static void amounts(JsonNode amounts) {
    if (amounts instanceof ObjectNode map) {
      map.properties().forEach(amount -> {
        switch (amount.getValue().asText()) {
          case "0.50" -> amount.setValue(map.textNode("500m"));
          case "1000m" -> amount.setValue(map.textNode("1"));
          case "1024Mi" -> amount.setValue(map.textNode("1Gi"));
          default -> {}
        }
      });
    }
  }

  private static void agent(ObjectNode agent) {
    var image = agent.path("image").asText();
    var tag = image.substring(image.lastIndexOf('/') + 1);
    var moves = !tag.contains("@") && (!tag.contains(":") || tag.endsWith(":latest"));
    setIfAbsent(agent, "imagePullPolicy", moves ? "Always" : "IfNotPresent");
    setIfAbsent(agent, "terminationMessagePath", "/dev/termination-log");
    setIfAbsent(agent, "terminationMessagePolicy", "File");
    agent.path("ports").forEach(port -> setIfAbsent(port, "protocol", "TCP"));
    for (var variable : agent.path("env")) {
      setIfAbsent(variable.path("valueFrom").path("fieldRef"), "apiVersion", "v1");
      if (variable.path("value").asText("x").isEmpty()) {
        ((ObjectNode) variable).remove("value");
      }
    }
    amounts(agent.path("resources").path("limits"));
    amounts(agent.path("resources").path("requests"));
    for (var name : List.of("livenessProbe", "readinessProbe")) {
      setIfAbsent(agent.path(name).path("httpGet"), "scheme", "HTTP");
      setIfAbsent(agent.path(name), "timeoutSeconds", 1);
      setIfAbsent(agent.path(name), "periodSeconds", 10);
      setIfAbsent(agent.path(name), "successThreshold", 1);
      setIfAbsent(agent.path(name), "failureThreshold", 3);
    }
    // False is what a server leaves out.
    for (var mount : agent.path("volumeMounts")) {
      if (mount.path("readOnly").isBoolean() && !mount.path("readOnly").booleanValue()) {
        ((ObjectNode) mount).remove("readOnly");
      }
    }
  }

  private static void setIfAbsent(JsonNode node, String field, Object value) {
    if (node instanceof ObjectNode map && !map.has(field)) {
      map.set(
          field,
          value instanceof Integer number
              ? map.numberNode(number)
              : map.textNode(value.toString()));
    }
  }
}
