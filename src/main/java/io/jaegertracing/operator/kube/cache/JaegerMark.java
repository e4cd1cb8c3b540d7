package io.jaegertracing.operator.kube.cache;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What differs when somebody changed a Jaeger, and stays the same when its status is written. */
record JaegerMark(
    String uid,
    long generation,
    boolean terminating,
    Map<String, String> labels,
    Map<String, String> annotations) {

  static JaegerMark of(JsonNode jaeger) {
    var metadata = jaeger.path("metadata");
    return new JaegerMark(
        metadata.path("uid").asText(),
        metadata.path("generation").asLong(),
        metadata.hasNonNull("deletionTimestamp"),
        texts(metadata.path("labels")),
        texts(metadata.path("annotations")));
  }

  private static Map<String, String> texts(JsonNode map) {
    var texts = new TreeMap<String, String>();
    map.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
