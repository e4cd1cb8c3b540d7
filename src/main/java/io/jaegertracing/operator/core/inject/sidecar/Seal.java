package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Short digests of what a sidecar was made of, kept in the record beside it: they tell a sidecar that was changed from one that is merely older
 * than its Jaeger. What an API server fills in and what others add beside our own variables and mounts breaks none of them.
 */
public final class Seal {
  private static final String IMAGE = "image";
  private static final String ARGUMENTS = "args";
  private static final String PORTS = "ports";
  private static final String RESTART_POLICY = "restartPolicy";
  private static final String VARIABLE = "env ";
  private static final String MOUNT = "volumeMounts ";
  private static final String ALWAYS = "Always";
  private static final int BASIS = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private Seal() {}

  /** By field, of a container as it is written. */
  static SortedMap<String, String> of(JsonNode agent) {
    var fields = new TreeSet<>(List.of(IMAGE, ARGUMENTS, PORTS));
    if (agent.has(RESTART_POLICY)) {
      fields.add(RESTART_POLICY);
    }
    agent.path("env").forEach(one -> fields.add(VARIABLE + one.path("name").asText()));
    agent
        .path("volumeMounts")
        .forEach(one -> fields.add(MOUNT + one.path("mountPath").asText()));
    var seal = new TreeMap<String, String>();
    fields.forEach(field -> seal.put(field, digest(text(agent, field))));
    return seal;
  }

  /** The fields of the sidecar of a finished Pod that are not as they were written; of an unsealed one, what keeps it from running beside the others. */
  public static SortedSet<String> broken(SortedMap<String, String> seal, JsonNode pod) {
    var broken = new TreeSet<String>();
    var isNative = Named.has(pod.path("initContainers"), Candidate.AGENT);
    var agent = agent(pod, isNative ? "initContainers" : "containers");
    if (isNative && !agent.path(RESTART_POLICY).asText().equals(ALWAYS)) {
      broken.add(RESTART_POLICY);
    }
    if (!seal.isEmpty() && isNative != seal.containsKey(RESTART_POLICY)) {
      broken.add("the list that it stands in");
    }
    seal.forEach((field, digest) -> {
      if (!fits(agent, field, digest)) {
        broken.add(field);
      }
    });
    return broken;
  }

  private static JsonNode agent(JsonNode pod, String list) {
    var index = Named.find(pod.path(list), Candidate.AGENT);
    return index < 0 ? MissingNode.getInstance() : pod.path(list).path(index);
  }

  /** A tag that was resolved to what it stands for is still the same image. */
  private static boolean fits(JsonNode agent, String field, String digest) {
    var text = text(agent, field);
    var resolved = field.equals(IMAGE) ? text.indexOf('@') : -1;
    return digest(text).equals(digest)
        || (resolved > 0 && digest(text.substring(0, resolved)).equals(digest));
  }

  private static String text(JsonNode agent, String field) {
    if (field.startsWith(VARIABLE)) {
      var variable = last(agent.path("env"), "name", field.substring(VARIABLE.length()));
      return variable.path("name").asText() + "=" + variable.path("value").asText()
          + variable.at("/valueFrom/fieldRef/fieldPath").asText();
    }
    if (field.startsWith(MOUNT)) {
      var mount = last(agent.path("volumeMounts"), "mountPath", field.substring(MOUNT.length()));
      return mount.path("name").asText() + "/" + mount.path("subPath").asText();
    }
    return switch (field) {
      case ARGUMENTS -> agent.path(field).toString();
      case PORTS -> ports(agent.path(field));
      default -> agent.path(field).asText();
    };
  }

  private static String ports(JsonNode ports) {
    var text = new StringBuilder();
    for (var port : ports) {
      text.append(port.path("containerPort").asText())
          .append('/')
          .append(port.path("protocol").asText("TCP"))
          .append(' ');
    }
    return text.toString();
  }

  /** Of several the last one holds. */
  private static JsonNode last(JsonNode list, String key, String name) {
    JsonNode found = MissingNode.getInstance();
    for (var item : list) {
      if (item.path(key).asText().equals(name)) {
        found = item;
      }
    }
    return found;
  }

  /** FNV-1a: enough against an accident, and nobody is meant to be kept from writing a record. */
  private static String digest(String text) {
    var hash = BASIS;
    for (var one : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (one & 0xff)) * PRIME;
    }
    return Integer.toHexString(hash);
  }
}
