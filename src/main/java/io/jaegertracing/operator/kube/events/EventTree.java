package io.jaegertracing.operator.kube.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A remark as an Event of {@code events.k8s.io/v1}. */
record EventTree(String instance) {
  static final String CONTROLLER = "jaeger-operator";
  private static final int LONGEST_INSTANCE = 128;
  /** Of an object's name, less the end that makes an Event's name unique. */
  private static final int LONGEST_STEM = 253 - 17;

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  static String collection(Remark remark) {
    return "/apis/events.k8s.io/v1/namespaces/" + remark.regarding().namespace() + "/events";
  }

  ObjectNode of(Remark remark, String uid, Instant now) {
    var about = remark.regarding();
    var event = JsonNodeFactory.instance.objectNode();
    event.put("apiVersion", "events.k8s.io/v1").put("kind", "Event");
    event
        .putObject("metadata")
        .put("name", name(about.name(), now))
        .put("namespace", about.namespace());
    event
        .put("eventTime", MICROS.format(now))
        .put("reportingController", CONTROLLER)
        .put(
            "reportingInstance",
            instance.substring(0, Math.min(instance.length(), LONGEST_INSTANCE)))
        .put("action", remark.action())
        .put("reason", remark.reason())
        .put("type", remark.warning() ? "Warning" : "Normal")
        .put("note", remark.note());
    event
        .putObject("regarding")
        .put("apiVersion", about.apiVersion())
        .put("kind", about.kind())
        .put("namespace", about.namespace())
        .put("name", about.name())
        .put("uid", uid);
    return event;
  }

  /** As Events are called everywhere. */
  private static String name(String regarding, Instant now) {
    var stem = regarding
        .substring(0, Math.min(regarding.length(), LONGEST_STEM))
        .replaceFirst("[^a-z0-9]+$", "");
    return stem + "." + Long.toHexString(ChronoUnit.NANOS.between(Instant.EPOCH, now));
  }
}
