package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.Nearest;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.limits.TunedResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What annotations of one workload or its template say of its own sidecar; a value that cannot be followed is left out and named.
 *
 * @param resources those of the Jaeger, with the workload's own amounts in place of some
 */
record Tuning(
    Optional<String> image,
    ObjectNode resources,
    SortedMap<String, String> tags,
    Optional<String> logLevel,
    Optional<String> serviceName,
    List<String> notes) {
  private static final String PREFIX = "sidecar.jaegertracing.io/";
  private static final Set<String> KNOWN = Set.of(
      Wellknown.INJECT,
      Wellknown.REVISION,
      Wellknown.RECORD,
      Wellknown.IMAGE,
      Wellknown.CPU_REQUEST,
      Wellknown.CPU_LIMIT,
      Wellknown.MEMORY_REQUEST,
      Wellknown.MEMORY_LIMIT,
      Wellknown.TAGS,
      Wellknown.LOG_LEVEL,
      Wellknown.SERVICE_NAME);
  private static final Set<String> LEVELS =
      new TreeSet<>(Set.of("debug", "info", "warn", "error", "dpanic", "panic", "fatal"));
  private static final Pattern IMAGE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]*(@[A-Za-z0-9]+:[0-9A-Fa-f]+)?");
  private static final Pattern PRINTABLE = Pattern.compile("\\P{Cntrl}+");

  static Tuning of(Candidate candidate, AgentTemplate template) {
    return new Reading(
            candidate.tuning(), template.container().path("resources"), new ArrayList<>())
        .tuning();
  }

  /** The values, of which those on the workload itself hide those on its template. */
  private record Reading(SortedMap<String, String> given, JsonNode own, List<String> notes) {
    Tuning tuning() {
      warnOfUnknown();
      return new Tuning(
          value(
              Wellknown.IMAGE,
              IMAGE.asMatchPredicate(),
              "write an image such as registry/agent:1.62.0"),
          resources(),
          tags(),
          value(Wellknown.LOG_LEVEL, LEVELS::contains, "write one of " + String.join(", ", LEVELS)),
          value(Wellknown.SERVICE_NAME, PRINTABLE.asMatchPredicate(), "write a name on one line"),
          notes);
    }

    private Optional<String> value(String key, Predicate<String> accepted, String remedy) {
      var value = given.getOrDefault(key, "").strip();
      if (value.isEmpty() || accepted.test(value)) {
        return Optional.of(value).filter(some -> !some.isEmpty());
      }
      ignore(key, value, remedy);
      return Optional.empty();
    }

    private void ignore(String key, String value, String remedy) {
      notes.add("[ignored-annotation] " + key + ": \"" + value + "\" is left out; " + remedy);
    }

    private ObjectNode resources() {
      var tuned = TunedResources.of(given, own);
      notes.addAll(tuned.notes());
      return tuned.resources();
    }

    private SortedMap<String, String> tags() {
      var tags = new TreeMap<String, String>();
      for (var tag : given.getOrDefault(Wellknown.TAGS, "").split(",", -1)) {
        var equals = tag.indexOf('=');
        if (equals > 0 && !tag.substring(0, equals).isBlank()) {
          tags.put(tag.substring(0, equals).strip(), tag.substring(equals + 1).strip());
        } else if (!tag.isBlank()) {
          ignore(Wellknown.TAGS, tag.strip(), "write KEY=VALUE,KEY=VALUE");
        }
      }
      return tags;
    }

    private void warnOfUnknown() {
      given.keySet().stream()
          .filter(key -> key.startsWith(PREFIX) && !KNOWN.contains(key))
          .forEach(key -> notes.add("[ignored-annotation] " + key + " means nothing here"
              + nearest(key).map(near -> "; did you mean " + near + "?").orElse("")));
    }

    /** What all keys begin with makes none of them alike. */
    private static Optional<String> nearest(String key) {
      var names =
          KNOWN.stream().map(known -> known.substring(PREFIX.length())).sorted().toList();
      return Nearest.to(key.substring(PREFIX.length()), names).map(PREFIX::concat);
    }
  }
}
