package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Reviews of a Jaeger as nobody should send them. */
record Bodies(Random random) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ODD = List.of(
      "null",
      "true",
      "-1",
      "1e999999999",
      "99999999999999999999999999",
      "0.10",
      "\"\"",
      "\"text\"",
      "\"\\ud800\"",
      "\"\\u0000\\n\\u001b[2J\"",
      "[]",
      "[null]",
      "[[1,{\"a\":null}]]",
      "{}",
      "{\"\":null}",
      "{\"a\":{\"b\":[{}]}}");

  private static final String REVIEW = """
      {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u","operation":"UPDATE",
      "namespace":"obs","name":"tracing","kind":{"group":"jaegertracing.io","version":"v1","kind":"Jaeger"},
      "object":{"apiVersion":"jaegertracing.io/v1","kind":"Jaeger","metadata":{"name":"tracing","annotations":{"a":"b"}},
      "spec":{"strategy":"production","storage":{"type":"elasticsearch","options":{"es":{"tls":{"ca":"/ca"}}},
      "elasticsearch":{"doNotProvision":true,"nodeCount":3,"resources":{"limits":{"memory":"1Gi"}},"storage":{"size":"1Gi"}},
      "esRollover":{"readTTL":"1h"},"esIndexCleaner":{"schedule":"55 23 * * *"}},
      "ui":{"options":{"menu":[{"label":"About","items":[{"label":"Documentation"}]}]}},
      "sampling":{"options":{"x":1}},"labels":{"a":"b"},"resources":{"limits":{"cpu":"1"}},
      "volumes":[{"name":"v","secret":{"secretName":"s"}}],"volumeMounts":[{"name":"v","mountPath":"/v"}],
      "tolerations":[{"key":"k","tolerationSeconds":5}],"agent":{"strategy":"DaemonSet"},
      "ingress":{"security":"none","hosts":["h"],"tls":[{"secretName":"s"}],"openshift":{"sar":"{}"}},
      "collector":{"replicas":1,"options":{"a":["b"]},"livenessProbe":{"httpGet":{"port":1}},"lifecycle":{"preStop":{"sleep":{"seconds":1}}}},
      "query":{"strategy":{"rollingUpdate":{"maxSurge":"1"}},"options":{"c.d":true}}}},
      "oldObject":{"metadata":{"name":"tracing"},"spec":{"volumes":[{"name":"v"}]}}}}""";

  byte[] next() {
    return switch (random.nextInt(6)) {
      case 0 -> garbage();
      case 1 -> truncated();
      case 2 -> flipped();
      case 3 -> nested();
      default -> mistyped();
    };
  }

  private byte[] garbage() {
    var bytes = new byte[random.nextInt(2_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] truncated() {
    return Arrays.copyOf(whole(), random.nextInt(whole().length));
  }

  private byte[] flipped() {
    var bytes = whole();
    for (var i = 0; i <= random.nextInt(4); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] nested() {
    var depth = 1 + random.nextInt(20_000);
    var options = "{\"x\":".repeat(depth) + "1" + "}".repeat(random.nextBoolean() ? depth : 0);
    return REVIEW.replace("{\"x\":1}", options).getBytes(StandardCharsets.UTF_8);
  }

  /** Some values replaced by others; the envelope's less often than what is in it. */
  private byte[] mistyped() {
    try {
      var review = JSON.readTree(REVIEW);
      for (var i = 0; i <= random.nextInt(3); i++) {
        mark(random.nextInt(10) == 0 ? review : review.at("/request/object/spec"));
      }
      return odd(review.toString()).getBytes(StandardCharsets.UTF_8);
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private void mark(JsonNode tree) {
    var inner = random.nextInt(4) > 0;
    if (tree instanceof ObjectNode map && !map.isEmpty()) {
      var names = List.copyOf(map.properties());
      var entry = names.get(random.nextInt(names.size()));
      if (inner && entry.getValue().isContainerNode() && !entry.getValue().isEmpty()) {
        mark(entry.getValue());
      } else {
        map.put(random.nextInt(8) == 0 ? entry.getKey() + "x" : entry.getKey(), "<odd>");
      }
    } else if (tree instanceof ArrayNode list && !list.isEmpty()) {
      if (inner && list.get(0).isContainerNode()) {
        mark(list.get(0));
      } else {
        list.set(0, "<odd>");
      }
    }
  }

  private String odd(String text) {
    var parts = text.split("\"<odd>\"", -1);
    var body = new StringBuilder(parts[0]);
    for (var i = 1; i < parts.length; i++) {
      body.append(ODD.get(random.nextInt(ODD.size()))).append(parts[i]);
    }
    return body.toString();
  }

  static byte[] whole() {
    return REVIEW.getBytes(StandardCharsets.UTF_8);
  }
}
