package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.SortedJson;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What injection added, as an annotation beside it, so that removal takes away exactly that.
 *
 * @param instance namespace/name of the Jaeger
 * @param adopted whether the Go operator injected first, which kept no record
 * @param variables by container and name, with the value that was written
 * @param seal short digests of what the sidecar was made of, by field; empty in records of older versions
 */
public record Ledger(
    String instance,
    boolean adopted,
    SortedMap<String, SortedMap<String, String>> variables,
    SortedSet<String> volumes,
    SortedSet<String> pullSecrets,
    SortedMap<String, String> annotations,
    SortedMap<String, String> seal) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a workload without a sidecar. */
  public static Ledger nothing() {
    return blank(false);
  }

  /** Of a workload that the Go operator injected. */
  public static Ledger unwritten() {
    return blank(true);
  }

  private static Ledger blank(boolean adopted) {
    return new Ledger(
        "",
        adopted,
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  public Ledger {
    variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    volumes = Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
    pullSecrets = Collections.unmodifiableSortedSet(new TreeSet<>(pullSecrets));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    seal = Collections.unmodifiableSortedMap(new TreeMap<>(seal));
  }

  /** Empty for a text that we did not write. */
  public static Optional<Ledger> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject).map(Ledger::read);
    } catch (JsonProcessingException notOurs) {
      return Optional.empty();
    }
  }

  public String text() {
    var tree = JsonNodeFactory.instance.objectNode().put("instance", instance);
    if (adopted) {
      tree.put("adopted", true);
    }
    if (!variables.isEmpty()) {
      var containers = tree.putObject("env");
      variables.forEach((container, added) -> write(added, containers.putObject(container)));
    }
    if (!volumes.isEmpty()) {
      volumes.forEach(tree.putArray("volumes")::add);
    }
    if (!pullSecrets.isEmpty()) {
      pullSecrets.forEach(tree.putArray("pullSecrets")::add);
    }
    if (!annotations.isEmpty()) {
      write(annotations, tree.putObject("annotations"));
    }
    if (!seal.isEmpty()) {
      write(seal, tree.putObject("seal"));
    }
    return SortedJson.text(tree);
  }

  /** The value that was written, if this variable was. */
  public Optional<String> variable(String container, String name) {
    return Optional.ofNullable(variables.get(container)).map(added -> added.get(name));
  }

  private static void write(Map<String, String> texts, ObjectNode into) {
    texts.forEach(into::put);
  }

  private static Ledger read(JsonNode tree) {
    var variables = new TreeMap<String, SortedMap<String, String>>();
    tree.path("env")
        .properties()
        .forEach(container -> variables.put(container.getKey(), texts(container.getValue())));
    return new Ledger(
        tree.path("instance").asText(),
        tree.path("adopted").asBoolean(),
        variables,
        names(tree.path("volumes")),
        names(tree.path("pullSecrets")),
        texts(tree.path("annotations")),
        texts(tree.path("seal")));
  }

  private static SortedMap<String, String> texts(JsonNode map) {
    var texts = new TreeMap<String, String>();
    map.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static SortedSet<String> names(JsonNode list) {
    var names = new TreeSet<String>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }
}
