package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.edit.Path;
import io.jaegertracing.operator.core.inject.Ledger;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The containers beside the agent: the clients of Jaeger read two variables there, unless the user has a say in them. */
final class Applications {
  static final String SERVICE_NAME = "JAEGER_SERVICE_NAME";
  static final String PROPAGATION = "JAEGER_PROPAGATION";
  private static final List<String> VARIABLES = List.of(SERVICE_NAME, PROPAGATION);
  private static final String FORMATS = "jaeger,b3,w3c";

  private enum Given {
    YES,
    NO,
    UNKNOWN
  }

  private final Path containers;
  private final Ledger before;
  private final Map<String, String> wanted;
  private final ConfigMaps configMaps;

  Applications(
      Candidate candidate, Ledger before, Optional<String> serviceName, ConfigMaps configMaps) {
    this.containers = candidate.kind().podPath().field("containers");
    this.before = before;
    this.wanted = wanted(candidate, serviceName);
    this.configMaps = configMaps;
  }

  /** What the variables should say; nothing for a workload that cannot be named. */
  static Map<String, String> wanted(Candidate candidate, Optional<String> serviceName) {
    Map<String, String> labels = candidate.templateMeta().labels();
    var namespace = candidate.namespace().isEmpty() ? "default" : candidate.namespace();
    var name = serviceName.or(
        () -> Stream.of(Wellknown.APP_INSTANCE, Wellknown.APP_NAME, Wellknown.APP_LABEL)
            .filter(label -> labels.containsKey(label))
            .findFirst()
            .map(label -> labels.get(label) + "." + namespace));
    var wanted = new LinkedHashMap<String, String>();
    name.ifPresent(known -> {
      wanted.put(SERVICE_NAME, known);
      wanted.put(PROPAGATION, FORMATS);
    });
    return wanted;
  }

  /** The ConfigMaps whose keys have to be known. */
  static Set<String> references(Candidate candidate) {
    var names = new TreeSet<String>();
    for (var container : candidate.pod().path("containers")) {
      if (!isAgent(container)
          && !(isSet(container, SERVICE_NAME)
              && isSet(container, PROPAGATION)
              && candidate.ledger().isEmpty())) {
        container.path("envFrom").forEach(source -> names.add(configMap(source)));
      }
    }
    names.remove("");
    return names;
  }

  /** What is ours afterwards, by container. */
  SortedMap<String, SortedMap<String, String>> edit(Edits edits) {
    var ours = new TreeMap<String, SortedMap<String, String>>();
    var list = edits.at(containers);
    for (var i = 0; i < list.size(); i++) {
      if (!isAgent(list.path(i))) {
        var added = new TreeMap<String, String>();
        var key = Named.key(list, i);
        for (var name : VARIABLES) {
          variable(edits, i, key, name).ifPresent(value -> added.put(name, value));
        }
        if (!added.isEmpty()) {
          ours.put(key, added);
        }
      }
    }
    return ours;
  }

  /** The value if the variable is ours afterwards. */
  private Optional<String> variable(Edits edits, int container, String key, String name) {
    var path = containers.item(container);
    var list = edits.at(path.field("env"));
    var given = given(edits.at(path), name);
    var index = Named.find(list, name);
    var value = Optional.ofNullable(wanted.get(name));
    if (index < 0) {
      if (value.isEmpty() || given != Given.NO) {
        return Optional.empty();
      }
      edits.append(path.field("env"), entry(name, value.get()));
      return value;
    }
    var written = written(key, name, value);
    if (written.isEmpty() || !list.path(index).equals(entry(name, written.get()))) {
      return Optional.empty();
    }
    var entry = path.field("env").item(index);
    if (given == Given.YES && before.variable(key, name).isEmpty()) {
      // The Go operator added none beside a ConfigMap: whoever wrote this one wants it.
      return Optional.empty();
    }
    if (given == Given.YES || value.isEmpty()) {
      edits.remove(entry);
      edits.removeIfEmpty(path.field("env"));
      return Optional.empty();
    }
    edits.set(entry.field("value"), JsonNodeFactory.instance.textNode(value.get()));
    return value;
  }

  /** What was written there before: by us, or by the Go operator, which wrote the same. */
  private Optional<String> written(String key, String name, Optional<String> value) {
    return before.variable(key, name).or(() -> before.adopted() ? value : Optional.empty());
  }

  private Given given(JsonNode container, String name) {
    var given = Given.NO;
    for (var source : container.path("envFrom")) {
      var configMap = configMap(source);
      var prefix = source.path("prefix").asText();
      if (!configMap.isEmpty() && name.startsWith(prefix)) {
        var keys = configMaps.keys(configMap);
        if (keys.isEmpty()) {
          given = Given.UNKNOWN;
        } else if (keys.get().contains(name.substring(prefix.length()))) {
          return Given.YES;
        }
      }
    }
    return given;
  }

  private static String configMap(JsonNode source) {
    return source.path("configMapRef").path("name").asText();
  }

  private static boolean isSet(JsonNode container, String name) {
    return Named.has(container.path("env"), name);
  }

  private static boolean isAgent(JsonNode container) {
    return container.path("name").asText().equals(Candidate.AGENT);
  }

  private static JsonNode entry(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put("name", name).put("value", value);
  }
}
