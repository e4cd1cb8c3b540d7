package io.jaegertracing.operator.kube.leading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What one candidate reads in a Lease and writes into it. */
record Claim(String namespace, String name, String identity) {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  String collection() {
    return "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
  }

  String path() {
    return collection() + "/" + name;
  }

  boolean isMine(JsonNode lease) {
    return holder(lease).equals(identity);
  }

  static String holder(JsonNode lease) {
    return lease.at("/spec/holderIdentity").asText();
  }

  static Duration length(JsonNode lease) {
    return Duration.ofSeconds(lease.at("/spec/leaseDurationSeconds").asLong());
  }

  ObjectNode first(Duration length, Instant now) {
    var lease = JsonNodeFactory.instance.objectNode();
    lease.put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
    lease.putObject("metadata").put("name", name).put("namespace", namespace);
    return renewed(lease, length, now);
  }

  /** What else is in it stays, the version above all: whoever was faster makes this a conflict. */
  ObjectNode renewed(JsonNode lease, Duration length, Instant now) {
    ObjectNode renewed = lease.deepCopy();
    var spec = renewed.withObject("/spec");
    if (!isMine(lease)) {
      spec.put("holderIdentity", identity)
          .put("acquireTime", MICROS.format(now))
          .put("leaseTransitions", spec.path("leaseTransitions").asInt(-1) + 1);
    }
    spec.put("leaseDurationSeconds", length.toSeconds()).put("renewTime", MICROS.format(now));
    return renewed;
  }

  /** Anybody may take it at once. */
  ObjectNode released(JsonNode lease, Instant now) {
    ObjectNode released = lease.deepCopy();
    released
        .withObject("/spec")
        .put("holderIdentity", "")
        .put("leaseDurationSeconds", 1)
        .put("renewTime", MICROS.format(now));
    return released;
  }
}
