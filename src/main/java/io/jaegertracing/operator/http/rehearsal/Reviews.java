package io.jaegertracing.operator.http.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.IntStream;

/** Dry runs like those that API servers send, of Deployments of some kilobytes that differ a little. */
final class Reviews {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int VARIABLES = 24;

  private Reviews() {}

  static String uid(int number) {
    return "rehearsal-" + number;
  }

  static String number(int number, String namespace) {
    var review = NODES.objectNode();
    review.put("kind", "AdmissionReview").put("apiVersion", "admission.k8s.io/v1");
    var request = review.putObject("request");
    request.put("uid", uid(number));
    request.putObject("kind").put("group", "apps").put("version", "v1").put("kind", "Deployment");
    request
        .putObject("resource")
        .put("group", "apps")
        .put("version", "v1")
        .put("resource", "deployments");
    request.put("name", "app-" + number).put("namespace", namespace);
    request.put("operation", number % 2 == 0 ? "CREATE" : "UPDATE");
    request.putObject("userInfo").put("username", "system:rehearsal");
    request.set("object", deployment(number, namespace));
    request.putNull("oldObject").put("dryRun", true);
    return review.toString();
  }

  /** Whether it answers the review of that number. */
  static boolean isAnswered(int number, byte[] answer) {
    try {
      var response = JSON.readTree(answer).path("response");
      return response.path("uid").asText().equals(uid(number))
          && response.path("allowed").isBoolean();
    } catch (IOException garbled) {
      return false;
    }
  }

  private static JsonNode deployment(int number, String namespace) {
    var deployment = NODES.objectNode();
    deployment.put("kind", "Deployment").put("apiVersion", "apps/v1");
    var metadata = deployment.putObject("metadata");
    metadata.put("name", "app-" + number).put("namespace", namespace);
    metadata.putObject("annotations").put("sidecar.jaegertracing.io/inject", "true");
    var spec = deployment.putObject("spec");
    spec.put("replicas", 1 + number % 3);
    spec.putObject("selector").set("matchLabels", labels(number));
    var template = spec.putObject("template");
    template.putObject("metadata").set("labels", labels(number));
    var pod = template.putObject("spec");
    pod.put("restartPolicy", "Always").put("dnsPolicy", "ClusterFirst");
    pod.putArray("containers").add(container(number));
    pod.putArray("volumes").addObject().put("name", "data").putObject("emptyDir");
    return deployment;
  }

  private static ObjectNode labels(int number) {
    return NODES.objectNode().put("app", "app-" + number);
  }

  private static ObjectNode container(int number) {
    var container = NODES.objectNode();
    container.put("name", "app").put("image", "registry.example.com/app:" + number);
    container.putArray("ports").addObject().put("containerPort", 8080).put("protocol", "TCP");
    var variables = container.putArray("env");
    IntStream.range(0, VARIABLES)
        .forEach(variable -> variables
            .addObject()
            .put("name", "SETTING_" + variable)
            .put("value", "a value of some length, number " + number));
    container.putObject("resources").putObject("limits").put("cpu", "1").put("memory", "256Mi");
    var probe = container.putObject("readinessProbe");
    probe.putObject("httpGet").put("path", "/ready").put("port", 8080).put("scheme", "HTTP");
    container.putArray("volumeMounts").addObject().put("name", "data").put("mountPath", "/data");
    return container;
  }
}
