package io.jaegertracing.operator.core.reconcile.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An object of somebody else that workloads depend on, or several by one name: mostly a Secret or ConfigMap, which programs read when they start and never again. */
public record Reference(Kind kind, String name) implements Comparable<Reference> {
  /** What can be referred to. */
  public enum Kind {
    SECRET("/api/v1", "secrets"),
    CONFIG_MAP("/api/v1", "configmaps"),
    /** No program reads it, but how many nodes it has is part of what the programs are told. */
    ELASTICSEARCH("/apis/logging.openshift.io/v1", "elasticsearches"),
    /** All of the Kafka of that name: whose they are decides how a Kafka is built. */
    KAFKA_NODE_POOLS("/apis/kafka.strimzi.io/v1beta2", "kafkanodepools");

    private final String group;
    private final String resource;

    Kind(String group, String resource) {
      this.group = group;
      this.resource = resource;
    }

    public String resource() {
      return resource;
    }

    public String collection(String namespace) {
      return group + "/namespaces/" + namespace + "/" + resource;
    }
  }

  @Override
  public int compareTo(Reference other) {
    return Comparator.comparing(Reference::kind)
        .thenComparing(Reference::name)
        .compare(this, other);
  }

  /** All that a workload mounts, or takes variables from. */
  static SortedSet<Reference> of(JsonNode workload) {
    var pod = workload.at("/spec/template/spec");
    var volumes = items(pod.path("volumes")).flatMap(Reference::ofVolume);
    var containers = Stream.of("containers", "initContainers")
        .flatMap(list -> items(pod.path(list)))
        .flatMap(Reference::ofContainer);
    var all = new TreeSet<Reference>();
    Stream.concat(volumes, containers).filter(one -> !one.name().isEmpty()).forEach(all::add);
    return Collections.unmodifiableSortedSet(all);
  }

  private static Stream<Reference> ofVolume(JsonNode volume) {
    var projected = items(volume.at("/projected/sources"))
        .flatMap(source -> both(source.at("/secret/name"), source.at("/configMap/name")));
    return Stream.concat(
        both(volume.at("/secret/secretName"), volume.at("/configMap/name")), projected);
  }

  private static Stream<Reference> ofContainer(JsonNode container) {
    var all = items(container.path("envFrom"))
        .flatMap(from -> both(from.at("/secretRef/name"), from.at("/configMapRef/name")));
    var single = items(container.path("env"))
        .map(variable -> variable.path("valueFrom"))
        .flatMap(from -> both(from.at("/secretKeyRef/name"), from.at("/configMapKeyRef/name")));
    return Stream.concat(all, single);
  }

  private static Stream<Reference> both(JsonNode secret, JsonNode configMap) {
    return Stream.of(
        new Reference(Kind.SECRET, secret.asText()),
        new Reference(Kind.CONFIG_MAP, configMap.asText()));
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
