package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.jaegertracing.operator.api.component.CommonSpec;
import io.jaegertracing.operator.core.plan.Common;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The common fields, with empty in place of absent. */
final class CommonReader {
  /** They tell which objects belong to a Jaeger, so that nobody else may set them. */
  private static final List<String> RESERVED =
      List.of("app.kubernetes.io/instance", "app.kubernetes.io/managed-by");

  private CommonReader() {}

  static Common read(@Nullable CommonSpec spec) {
    if (spec == null) {
      return Common.NOTHING;
    }
    var labels = new TreeMap<>(map(spec.labels));
    RESERVED.forEach(labels::remove);
    return new Common(
        new TreeMap<>(map(spec.annotations)),
        labels,
        named(spec.volumes, Volume::getName),
        named(named(spec.volumeMounts, VolumeMount::getName), VolumeMount::getMountPath),
        spec.resources == null ? new ResourceRequirements() : spec.resources,
        Optional.ofNullable(spec.affinity),
        list(spec.tolerations),
        Optional.ofNullable(spec.securityContext),
        Optional.ofNullable(spec.containerSecurityContext),
        text(spec.serviceAccount),
        Optional.ofNullable(spec.livenessProbe),
        named(spec.imagePullSecrets, LocalObjectReference::getName),
        text(spec.imagePullPolicy),
        PodReader.read(spec));
  }

  static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isEmpty());
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Without empty entries, which are refused where they stand. */
  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  /** What lacks its name is refused where it stands, and can be neither found nor joined. */
  static <T> List<T> named(@Nullable List<T> list, Function<T, @Nullable String> name) {
    return list(list).stream().filter(item -> name.apply(item) != null).toList();
  }

  /** A value of null is an empty one, as in Go. */
  static Map<String, String> map(@Nullable Map<String, String> map) {
    var all = new TreeMap<String, String>();
    if (map != null) {
      map.forEach((key, value) -> all.put(key, orEmpty(value)));
    }
    return all;
  }
}
