package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.edit.Path;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Volumes and pull secrets that the sidecar brings along; one of the user's with the same name stands in for ours. */
record Attachments(Path pod) {
  static final String VOLUMES = "volumes";
  static final String PULL_SECRETS = "imagePullSecrets";
  private static final List<String> GROUPS =
      List.of("containers", "initContainers", "ephemeralContainers");

  /** The names that are ours afterwards. */
  SortedSet<String> volumes(
      Edits edits, ArrayNode wanted, SortedSet<String> before, boolean adopts) {
    var list = pod.field(VOLUMES);
    removeStale(edits, VOLUMES, wanted, before);
    var ours = new TreeSet<String>();
    for (var volume : wanted) {
      var name = volume.path("name").asText();
      var index = Named.find(edits.at(list), name);
      if (index < 0) {
        edits.append(list, volume);
        ours.add(name);
      } else if (before.contains(name)) {
        if (!ServerDefaults.covers(edits.at(list.item(index)), volume)) {
          edits.set(list.item(index), volume);
        }
        ours.add(name);
      } else if (adopts
          && ServerDefaults.covers(edits.at(list.item(index)), volume)
          && !isMounted(edits, name)) {
        ours.add(name);
      }
    }
    return ours;
  }

  SortedSet<String> pullSecrets(Edits edits, ArrayNode wanted, SortedSet<String> before) {
    var list = pod.field(PULL_SECRETS);
    removeStale(edits, PULL_SECRETS, wanted, before);
    var ours = new TreeSet<String>();
    for (var secret : wanted) {
      var name = secret.path("name").asText();
      if (!Named.has(edits.at(list), name)) {
        edits.append(list, secret);
        ours.add(name);
      } else if (before.contains(name)) {
        ours.add(name);
      }
    }
    return ours;
  }

  /** What an application mounts by now is no longer ours alone. */
  void remove(Edits edits, String list, String name) {
    var path = pod.field(list);
    var index = Named.find(edits.at(path), name);
    if (index >= 0 && !(list.equals(VOLUMES) && isMounted(edits, name))) {
      edits.remove(path.item(index));
      edits.removeIfEmpty(path);
    }
  }

  private void removeStale(Edits edits, String list, ArrayNode wanted, SortedSet<String> before) {
    before.stream()
        .filter(name -> !Named.has(wanted, name))
        .forEach(name -> remove(edits, list, name));
  }

  private boolean isMounted(Edits edits, String volume) {
    for (var group : GROUPS) {
      for (var container : edits.at(pod.field(group))) {
        if (!container.path("name").asText().equals(Candidate.AGENT) && mounts(container, volume)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mounts(JsonNode container, String volume) {
    return Named.has(container.path("volumeMounts"), volume)
        || Named.has(container.path("volumeDevices"), volume);
  }
}
