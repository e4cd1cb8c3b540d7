package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.ConfigMapVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage;
import java.util.List;
import java.util.stream.Stream;

/** A volume, where it is mounted, and the arguments that make a program use it. */
public record Wiring(Volume volume, VolumeMount mount, List<String> arguments) {
  public static final String TRUSTED_CA_FOLDER = "/etc/pki/ca-trust/extracted/pem";
  public static final String SERVICE_CA_FOLDER = "/etc/pki/ca-trust/source/service-ca";
  private static final String TLS_FOLDER = "/etc/tls-config";

  /** Something a component may be wired to; the empty stream where it does not apply. */
  public interface Source {
    Stream<Wiring> of(JaegerPlan plan);
  }

  public static List<Wiring> of(JaegerPlan plan, Source... inThisOrder) {
    return Stream.of(inThisOrder).flatMap(source -> source.of(plan)).toList();
  }

  /** The API server refuses two mounts on one path, so that a folder which only offers files yields to the user's. */
  public static Common onto(Common common, List<Wiring> wirings) {
    var taken = common.volumeMounts().stream().map(VolumeMount::getMountPath).toList();
    return common.and(
        wirings.stream().map(Wiring::volume).toList(),
        wirings.stream()
            .filter(wiring ->
                !wiring.arguments().isEmpty() || !taken.contains(wiring.mount().getMountPath()))
            .map(Wiring::mount)
            .toList());
  }

  public static List<String> arguments(List<Wiring> wirings) {
    return wirings.stream().flatMap(wiring -> wiring.arguments().stream()).toList();
  }

  public static Stream<Wiring> uiConfiguration(JaegerPlan plan) {
    var name = plan.owner().name();
    return plan.uiConfiguration().stream()
        .map(json -> new Wiring(
            configMap(
                Names.dns(name, "-ui-configuration-volume"),
                name + "-ui-configuration",
                "ui",
                "ui.json"),
            readOnly(Names.dns(name, "-ui-configuration-volume"), "/etc/config"),
            List.of("--query.ui-config=/etc/config/ui.json")));
  }

  public static Stream<Wiring> sampling(JaegerPlan plan) {
    if (!plan.ownsSampling()) {
      return Stream.empty();
    }
    var name = plan.owner().name();
    var volume = Names.dns(name, "-sampling-configuration-volume");
    return Stream.of(new Wiring(
        configMap(volume, name + "-sampling-configuration", "sampling", "sampling.json"),
        readOnly(volume, "/etc/jaeger/sampling"),
        List.of("--sampling.strategies-file=/etc/jaeger/sampling/sampling.json")));
  }

  /** Certificates that OpenShift makes for the collector's Service. */
  public static Stream<Wiring> collectorTls(JaegerPlan plan) {
    var given = plan.receiver().flags();
    if (!plan.platform().openShift()
        || given.has("collector.grpc.tls.enabled")
        || given.has("reporter.grpc.host-port")) {
      return Stream.empty();
    }
    var name = plan.owner().name();
    var volume = Names.dns(name, "-collector-tls-config-volume");
    var secret = new SecretVolumeSourceBuilder()
        .withSecretName(Names.dns(name, "-collector-headless") + "-tls")
        .build();
    return Stream.of(new Wiring(
        new VolumeBuilder().withName(volume).withSecret(secret).build(),
        readOnly(volume, TLS_FOLDER),
        List.of(
            "--collector.grpc.tls.enabled=true",
            "--collector.grpc.tls.cert=" + TLS_FOLDER + "/tls.crt",
            "--collector.grpc.tls.key=" + TLS_FOLDER + "/tls.key")));
  }

  public static Stream<Wiring> trustedCa(JaegerPlan plan) {
    return authority(
        plan, Authority.TRUSTED.suffix(), "ca-bundle.crt", "tls-ca-bundle.pem", TRUSTED_CA_FOLDER);
  }

  public static Stream<Wiring> serviceCa(JaegerPlan plan) {
    return authority(
        plan, Authority.SERVICE.suffix(), "service-ca.crt", "service-ca.crt", SERVICE_CA_FOLDER);
  }

  public static Stream<Wiring> plugin(JaegerPlan plan) {
    if (plan.storage().type() != Storage.Type.GRPC_PLUGIN) {
      return Stream.empty();
    }
    return Stream.of(new Wiring(
        new VolumeBuilder()
            .withName("plugin-volume")
            .withEmptyDir(new EmptyDirVolumeSource())
            .build(),
        new VolumeMountBuilder()
            .withName("plugin-volume")
            .withMountPath("/plugin")
            .build(),
        List.of()));
  }

  /** A user who mounts something there already has an authority of their own. */
  public static boolean mounts(Common common, String folder) {
    return common.volumeMounts().stream()
        .anyMatch(mount -> mount.getMountPath().startsWith(folder));
  }

  private static Stream<Wiring> authority(
      JaegerPlan plan, String suffix, String key, String file, String folder) {
    if (!plan.platform().openShift() || mounts(plan.common(), folder)) {
      return Stream.empty();
    }
    var name = plan.owner().name() + suffix;
    var volume = Names.dns(plan.owner().name(), suffix);
    return Stream.of(
        new Wiring(configMap(volume, name, key, file), readOnly(volume, folder), List.of()));
  }

  private static Volume configMap(String volume, String name, String key, String file) {
    var source = new ConfigMapVolumeSourceBuilder()
        .withName(name)
        .withItems(new KeyToPath(key, null, file))
        .build();
    return new VolumeBuilder().withName(volume).withConfigMap(source).build();
  }

  private static VolumeMount readOnly(String volume, String folder) {
    return new VolumeMountBuilder()
        .withName(volume)
        .withMountPath(folder)
        .withReadOnly(true)
        .build();
  }
}
