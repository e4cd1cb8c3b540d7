package io.jaegertracing.operator.core.plan;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test says of Pods, one thing at a time. */
public final class Commons {
  private Commons() {}

  public static Common labels(Map<String, String> labels) {
    return Common.base(Map.of(), labels);
  }

  public static Common annotations(Map<String, String> annotations) {
    return Common.base(annotations, Map.of());
  }

  public static Common mount(String volume, String folder) {
    return Common.NOTHING.and(
        List.of(new VolumeBuilder().withName(volume).build()),
        List.of(new VolumeMountBuilder().withName(volume).withMountPath(folder).build()));
  }

  public static Common serviceAccount(String name) {
    return of(Optional.of(name), List.of());
  }

  public static Common pullSecrets(String... names) {
    return of(
        Optional.empty(), Arrays.stream(names).map(LocalObjectReference::new).toList());
  }

  private static Common of(Optional<String> serviceAccount, List<LocalObjectReference> secrets) {
    var nothing = Common.NOTHING;
    return new Common(
        nothing.annotations(),
        nothing.labels(),
        nothing.volumes(),
        nothing.volumeMounts(),
        nothing.resources(),
        nothing.affinity(),
        nothing.tolerations(),
        nothing.securityContext(),
        nothing.containerSecurityContext(),
        serviceAccount,
        nothing.livenessProbe(),
        secrets,
        nothing.imagePullPolicy(),
        nothing.pod());
  }
}
