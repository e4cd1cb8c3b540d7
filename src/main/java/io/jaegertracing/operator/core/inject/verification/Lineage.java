package io.jaegertracing.operator.core.inject.verification;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the owners of many Pods ask for, and who owns them in turn: of each as little as that takes, because there may be as many as Pods. Of one thread.
 */
public final class Lineage {
  private final Set<String> complete = new HashSet<>();
  private final Map<String, Meta> notable = new HashMap<>();
  private final Map<String, Meta.Owner> owners = new HashMap<>();

  /** From the metadata of an object; what neither asks for anything nor has an owner takes no room. */
  public void add(JsonNode metadata) {
    var meta = Meta.of(metadata);
    var controller =
        meta.controller().map(owner -> owners.computeIfAbsent(owner.uid(), uid -> owner));
    var reduced = new Meta(
        meta.name(),
        new TreeMap<>(asked(meta.annotations())),
        new TreeMap<>(asked(meta.labels())),
        controller.map(List::of).orElseGet(List::of));
    if (!reduced.owners().isEmpty()
        || !reduced.annotations().isEmpty()
        || !reduced.labels().isEmpty()) {
      notable.put(metadata.path("uid").asText(), reduced);
    }
  }

  /** All of this kind were added. */
  public void completed(WorkloadKind kind) {
    complete.add(type(kind.group(), kind.kind()));
  }

  /** Empty for one that has to be asked for. */
  public Optional<Meta> of(Meta.Owner owner) {
    return Optional.ofNullable(notable.get(owner.uid()))
        .or(() -> Optional.of(Meta.NONE)
            .filter(nothing -> complete.contains(type(owner.group(), owner.kind()))));
  }

  /** Kinds of the settings have no capital letters. */
  private static String type(String group, String kind) {
    return group + "/" + kind.toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> asked(Map<String, String> texts) {
    return texts.entrySet().stream()
        .filter(text -> text.getKey().equals(Wellknown.INJECT))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
