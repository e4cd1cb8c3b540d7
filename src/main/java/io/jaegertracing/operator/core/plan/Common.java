package io.jaegertracing.operator.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be said of every Pod of a Jaeger: for the instance, for one component, or both merged. */
public record Common(
    SortedMap<String, String> annotations,
    SortedMap<String, String> labels,
    List<Volume> volumes,
    List<VolumeMount> volumeMounts,
    ResourceRequirements resources,
    Optional<Affinity> affinity,
    List<Toleration> tolerations,
    Optional<PodSecurityContext> securityContext,
    Optional<SecurityContext> containerSecurityContext,
    Optional<String> serviceAccount,
    Optional<Probe> livenessProbe,
    List<LocalObjectReference> imagePullSecrets,
    Optional<String> imagePullPolicy,
    Pod pod) {

  public static final Common NOTHING = base(Map.of(), Map.of());

  public Common {
    annotations = new TreeMap<>(annotations);
    labels = new TreeMap<>(labels);
    volumes = List.copyOf(volumes);
    volumeMounts = List.copyOf(volumeMounts);
    tolerations = List.copyOf(tolerations);
    imagePullSecrets = List.copyOf(imagePullSecrets);
  }

  /** What the operator says of an object by itself. */
  public static Common base(Map<String, String> annotations, Map<String, String> labels) {
    return new Common(
        new TreeMap<>(annotations),
        new TreeMap<>(labels),
        List.of(),
        List.of(),
        new ResourceRequirements(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Pod.NOTHING);
  }

  /** The first has the last word. Probes are never inherited: a probe fits one component. */
  public static Common merge(Common... mostSpecificFirst) {
    var all = List.of(mostSpecificFirst);
    return new Common(
        maps(all, Common::annotations),
        maps(all, Common::labels),
        unique(all, Common::volumes, Volume::getName),
        named(all.stream().flatMap(one -> one.volumeMounts().stream()), VolumeMount::getMountPath),
        resources(all.stream().map(Common::resources).toList()),
        first(all, Common::affinity),
        all.stream().flatMap(one -> one.tolerations().stream()).toList(),
        first(all, Common::securityContext),
        first(all, Common::containerSecurityContext),
        first(all, Common::serviceAccount),
        all.get(0).livenessProbe(),
        unique(all, Common::imagePullSecrets, LocalObjectReference::getName),
        first(all, Common::imagePullPolicy),
        Pod.merge(all.stream().map(Common::pod).toList()));
  }

  /** The same with volumes and mounts that the operator adds; of two with one name the user's stays. */
  public Common and(List<Volume> moreVolumes, List<VolumeMount> moreMounts) {
    return new Common(
        annotations,
        labels,
        named(Stream.of(volumes, moreVolumes).flatMap(Collection::stream), Volume::getName),
        named(
            Stream.of(volumeMounts, moreMounts).flatMap(Collection::stream),
            mount -> List.of(mount.getName(), mount.getMountPath())),
        resources,
        affinity,
        tolerations,
        securityContext,
        containerSecurityContext,
        serviceAccount,
        livenessProbe,
        imagePullSecrets,
        imagePullPolicy,
        pod);
  }

  public Common with(Pod other) {
    return new Common(
        annotations,
        labels,
        volumes,
        volumeMounts,
        resources,
        affinity,
        tolerations,
        securityContext,
        containerSecurityContext,
        serviceAccount,
        livenessProbe,
        imagePullSecrets,
        imagePullPolicy,
        other);
  }

  public static ResourceRequirements resources(List<ResourceRequirements> mostSpecificFirst) {
    return new ResourceRequirementsBuilder()
        .withLimits(quantities(mostSpecificFirst, ResourceRequirements::getLimits))
        .withRequests(quantities(mostSpecificFirst, ResourceRequirements::getRequests))
        .build();
  }

  private static Map<String, Quantity> quantities(
      List<ResourceRequirements> all, Function<ResourceRequirements, Map<String, Quantity>> part) {
    var merged = new TreeMap<String, Quantity>();
    all.stream()
        .map(part)
        .filter(Objects::nonNull)
        .forEach(some -> some.forEach(merged::putIfAbsent));
    return merged;
  }

  private static SortedMap<String, String> maps(
      List<Common> all, Function<Common, SortedMap<String, String>> part) {
    var merged = new TreeMap<String, String>();
    all.forEach(one -> part.apply(one).forEach(merged::putIfAbsent));
    return merged;
  }

  private static <T> Optional<T> first(List<Common> all, Function<Common, Optional<T>> part) {
    return all.stream().map(part).flatMap(Optional::stream).findFirst();
  }

  private static <T> List<T> unique(
      List<Common> all, Function<Common, List<T>> part, Function<T, String> name) {
    return named(all.stream().map(part).flatMap(List::stream), name);
  }

  private static <T, N> List<T> named(Stream<T> all, Function<T, N> name) {
    var kept = new LinkedHashMap<N, T>();
    all.forEach(one -> kept.putIfAbsent(name.apply(one), one));
    return List.copyOf(kept.values());
  }

  /** What the Go operator did not know of Pods. */
  public record Pod(
      List<EnvVar> variables,
      List<EnvFromSource> sources,
      List<TopologySpreadConstraint> spread,
      SortedMap<String, String> nodeSelector,
      Optional<String> priorityClass,
      Optional<Probe> readiness,
      Optional<Probe> startup,
      List<JsonNode> templates) {

    public static final Pod NOTHING = new Pod(
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());

    public Pod {
      variables = List.copyOf(variables);
      sources = List.copyOf(sources);
      spread = List.copyOf(spread);
      nodeSelector = new TreeMap<>(nodeSelector);
      templates = List.copyOf(templates);
    }

    /** Where the order counts, what comes later has the last word: variables may refer to earlier ones, templates are laid over each other. */
    static Pod merge(List<Pod> mostSpecificFirst) {
      var first = mostSpecificFirst.get(0);
      var selector = new TreeMap<String, String>();
      mostSpecificFirst.forEach(pod -> pod.nodeSelector().forEach(selector::putIfAbsent));
      return new Pod(
          lastOfEachName(backwards(mostSpecificFirst, Pod::variables)),
          backwards(mostSpecificFirst, Pod::sources).toList(),
          named(
              mostSpecificFirst.stream().flatMap(pod -> pod.spread().stream()),
              rule -> rule.getTopologyKey() + " " + rule.getWhenUnsatisfiable()),
          selector,
          mostSpecificFirst.stream()
              .map(Pod::priorityClass)
              .flatMap(Optional::stream)
              .findFirst(),
          first.readiness(),
          first.startup(),
          backwards(mostSpecificFirst, Pod::templates).toList());
    }

    private static <T> Stream<T> backwards(List<Pod> all, Function<Pod, List<T>> part) {
      return IntStream.rangeClosed(1, all.size())
          .mapToObj(place -> all.get(all.size() - place))
          .flatMap(pod -> part.apply(pod).stream());
    }

    private static List<EnvVar> lastOfEachName(Stream<EnvVar> variables) {
      var kept = new LinkedHashMap<String, EnvVar>();
      variables.forEach(variable -> {
        kept.remove(variable.getName());
        kept.put(variable.getName(), variable);
      });
      return List.copyOf(kept.values());
    }
  }
}
