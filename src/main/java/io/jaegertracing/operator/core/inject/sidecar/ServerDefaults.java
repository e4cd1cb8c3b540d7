package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.Quantities;
import java.util.List;

/** Whether a stored object is what we asked for: an API server fills in what was left out and respells amounts. */
final class ServerDefaults {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ServerDefaults() {}

  static boolean isSameContainer(JsonNode stored, ObjectNode wanted, boolean onHostNetwork) {
    return plain(stored, onHostNetwork).equals(plain(wanted, onHostNetwork))
        && isSameResources(stored, wanted);
  }

  /** Whatever is wanted is there, with anything else besides. */
  static boolean covers(JsonNode stored, JsonNode wanted) {
    if (wanted.isObject()) {
      return wanted.properties().stream()
          .allMatch(field -> covers(stored.path(field.getKey()), field.getValue()));
    }
    if (wanted.isArray()) {
      return stored.size() == wanted.size()
          && List.of(wanted).stream().allMatch(list -> coversItems(stored, list));
    }
    return stored.equals(wanted)
        || (stored.isTextual()
            && wanted.isTextual()
            && Quantities.isValid(stored.asText())
            && Quantities.compare(stored.asText(), wanted.asText()) == 0);
  }

  private static boolean coversItems(JsonNode stored, JsonNode wanted) {
    for (var i = 0; i < wanted.size(); i++) {
      if (!covers(stored.path(i), wanted.path(i))) {
        return false;
      }
    }
    return true;
  }

  /** Everything but resources, without what a server would have added. */
  private static JsonNode plain(JsonNode container, boolean onHostNetwork) {
    var plain = NODES.objectNode();
    container.properties().stream()
        .filter(field -> !field.getKey().equals("resources") && !isEmpty(field.getValue()))
        .forEach(field -> plain.set(field.getKey(), field.getValue()));
    drop(plain, "terminationMessagePath", "/dev/termination-log");
    drop(plain, "terminationMessagePolicy", "File");
    drop(plain, "imagePullPolicy", pullPolicy(container.path("image").asText()));
    replaceItems(plain, "ports", port -> port(port, onHostNetwork));
    replaceItems(plain, "env", ServerDefaults::variable);
    replaceItems(plain, "volumeMounts", ServerDefaults::mount);
    replace(plain, "livenessProbe", ServerDefaults::probe);
    replace(plain, "readinessProbe", ServerDefaults::probe);
    replace(plain, "securityContext", context -> drop(context, "procMount", "Default"));
    if (isEmpty(plain.path("securityContext"))) {
      plain.remove("securityContext");
    }
    return plain;
  }

  /** On the network of its node a port is one of the node, which Kubernetes 1.27 writes into templates, too. */
  private static void port(ObjectNode port, boolean onHostNetwork) {
    drop(port, "protocol", "TCP");
    if (onHostNetwork) {
      drop(port, "hostPort", port.path("containerPort").asInt());
    }
  }

  private static void variable(ObjectNode variable) {
    drop(variable, "value", "");
    replace(
        variable,
        "valueFrom",
        source -> replace(source, "fieldRef", field -> drop(field, "apiVersion", "v1")));
  }

  private static void mount(ObjectNode mount) {
    if (mount.path("readOnly").isBoolean() && !mount.path("readOnly").asBoolean()) {
      mount.remove("readOnly");
    }
  }

  private static void probe(ObjectNode probe) {
    replace(probe, "httpGet", get -> drop(get, "scheme", "HTTP"));
    drop(probe, "timeoutSeconds", 1);
    drop(probe, "periodSeconds", 10);
    drop(probe, "successThreshold", 1);
    drop(probe, "failureThreshold", 3);
  }

  /** A tag that may move is pulled again each time. */
  private static String pullPolicy(String image) {
    var name = image.substring(image.lastIndexOf('/') + 1);
    var digest = name.contains("@");
    var tag = name.contains(":") ? name.substring(name.indexOf(':') + 1) : "";
    return !digest && (tag.isEmpty() || tag.equals("latest")) ? "Always" : "IfNotPresent";
  }

  /** In a Pod a limit without a request is a request, too. */
  private static boolean isSameResources(JsonNode stored, JsonNode wanted) {
    var has = stored.path("resources");
    var needs = wanted.path("resources");
    var requests = NODES.objectNode();
    needs.path("requests").properties().forEach(one -> requests.set(one.getKey(), one.getValue()));
    for (var limit : needs.path("limits").properties()) {
      if (requests.path(limit.getKey()).isMissingNode()
          && !has.path("requests").path(limit.getKey()).isMissingNode()) {
        requests.set(limit.getKey(), limit.getValue());
      }
    }
    return isSameAmounts(has.path("limits"), needs.path("limits"))
        && isSameAmounts(has.path("requests"), requests)
        && isEmpty(has.path("claims")) == isEmpty(needs.path("claims"));
  }

  private static boolean isSameAmounts(JsonNode stored, JsonNode wanted) {
    return stored.size() == wanted.size()
        && wanted.properties().stream()
            .allMatch(amount -> stored.has(amount.getKey())
                && Quantities.compare(
                        stored.path(amount.getKey()).asText(), amount.getValue().asText())
                    == 0);
  }

  private interface Change {
    void on(ObjectNode map);
  }

  private static void replaceItems(ObjectNode map, String field, Change change) {
    if (map.path(field).isArray()) {
      var items = NODES.arrayNode();
      map.path(field).forEach(item -> items.add(changed(item, change)));
      map.set(field, items);
    }
  }

  private static void replace(ObjectNode map, String field, Change change) {
    if (map.path(field).isObject()) {
      map.set(field, changed(map.path(field), change));
    }
  }

  private static JsonNode changed(JsonNode node, Change change) {
    if (!(node instanceof ObjectNode map)) {
      return node;
    }
    var copy = NODES.objectNode();
    copy.setAll(map);
    change.on(copy);
    return copy;
  }

  private static void drop(ObjectNode map, String field, String usual) {
    if (map.path(field).asText("x" + usual).equals(usual)) {
      map.remove(field);
    }
  }

  private static void drop(ObjectNode map, String field, int usual) {
    if (map.path(field).isNumber() && map.path(field).asInt() == usual) {
      map.remove(field);
    }
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isMissingNode() || node.isNull() || (node.isContainerNode() && node.isEmpty());
  }
}
