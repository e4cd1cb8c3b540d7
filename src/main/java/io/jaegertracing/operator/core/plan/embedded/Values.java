package io.jaegertracing.operator.core.plan.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the API server insists on in single values, by type and field, or by the field that holds the object and the field.
 * Only what every supported version of Kubernetes insists on.
 */
final class Values {
  private static final Map<String, List<String>> WORDS = Demands.table("""
      AppArmorProfile.type Localhost RuntimeDefault Unconfined
      Container.imagePullPolicy Always IfNotPresent Never
      Container.terminationMessagePolicy FallbackToLogsOnError File
      ContainerPort.protocol SCTP TCP UDP
      DeploymentStrategy.type Recreate RollingUpdate
      HTTPGetAction.scheme HTTP HTTPS
      HostPathVolumeSource.type BlockDevice CharDevice Directory DirectoryOrCreate File FileOrCreate Socket
      LabelSelectorRequirement.operator DoesNotExist Exists In NotIn
      NodeSelectorRequirement.operator DoesNotExist Exists Gt In Lt NotIn
      PersistentVolumeClaimSpec.accessModes ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
      PersistentVolumeClaimSpec.volumeMode Block Filesystem
      PodOS.name linux windows
      PodSecurityContext.fsGroupChangePolicy Always OnRootMismatch
      PodSpec.dnsPolicy ClusterFirst ClusterFirstWithHostNet Default None
      PodSpec.preemptionPolicy Never PreemptLowerPriority
      SeccompProfile.type Localhost RuntimeDefault Unconfined
      SecurityContext.procMount Default Unmasked
      Toleration.effect NoExecute NoSchedule PreferNoSchedule
      Toleration.operator Equal Exists Gt Lt
      TopologySpreadConstraint.nodeAffinityPolicy Honor Ignore
      TopologySpreadConstraint.nodeTaintsPolicy Honor Ignore
      TopologySpreadConstraint.whenUnsatisfiable DoNotSchedule ScheduleAnyway
      VolumeMount.mountPropagation Bidirectional HostToContainer None
      matchFields.key metadata.name
      matchFields.operator In NotIn
      """);

  private static final Map<String, List<String>> LEAST = Demands.table("""
      ConfigMapVolumeSource.defaultMode 0
      ContainerPort.containerPort 1
      ContainerPort.hostPort 0
      DownwardAPIVolumeFile.mode 0
      DownwardAPIVolumeSource.defaultMode 0
      GRPCAction.port 1
      KeyToPath.mode 0
      PodSecurityContext.fsGroup 0
      PodSecurityContext.runAsGroup 0
      PodSecurityContext.runAsUser 0
      PodSpec.activeDeadlineSeconds 1
      PreferredSchedulingTerm.weight 1
      Probe.failureThreshold 0
      Probe.initialDelaySeconds 0
      Probe.periodSeconds 0
      Probe.successThreshold 0
      Probe.terminationGracePeriodSeconds 1
      Probe.timeoutSeconds 0
      ProjectedVolumeSource.defaultMode 0
      SecretVolumeSource.defaultMode 0
      SecurityContext.runAsGroup 0
      SecurityContext.runAsUser 0
      ServiceAccountTokenProjection.expirationSeconds 600
      SleepAction.seconds 0
      TopologySpreadConstraint.maxSkew 1
      TopologySpreadConstraint.minDomains 1
      WeightedPodAffinityTerm.weight 1
      """);

  private static final Map<String, List<String>> MOST = Demands.table("""
      ConfigMapVolumeSource.defaultMode 511
      ContainerPort.containerPort 65535
      ContainerPort.hostPort 65535
      DownwardAPIVolumeFile.mode 511
      DownwardAPIVolumeSource.defaultMode 511
      GRPCAction.port 65535
      KeyToPath.mode 511
      PodSecurityContext.fsGroup 2147483647
      PodSecurityContext.runAsGroup 2147483647
      PodSecurityContext.runAsUser 2147483647
      PodSpec.activeDeadlineSeconds 2147483647
      PreferredSchedulingTerm.weight 100
      ProjectedVolumeSource.defaultMode 511
      SecretVolumeSource.defaultMode 511
      SecurityContext.runAsGroup 2147483647
      SecurityContext.runAsUser 2147483647
      WeightedPodAffinityTerm.weight 100
      livenessProbe.successThreshold 1
      startupProbe.successThreshold 1
      """);

  private static final Map<String, List<String>> FORMS = Demands.table("""
      CSIVolumeSource.driver object-name
      Container.name label-name
      ContainerPort.name port-name
      DownwardAPIVolumeFile.path path-inside
      EnvFromSource.prefix variable
      EnvVar.name variable
      HTTPGetAction.port port
      HTTPHeader.name header
      HostAlias.hostnames object-name
      HostAlias.ip address
      HostPathVolumeSource.path path-without-steps-back
      KeyToPath.path path-inside
      LabelSelectorRequirement.key key
      NFSVolumeSource.path absolute-path
      NodeSelectorRequirement.key key
      PodAffinityTerm.namespaces label-name
      PodAffinityTerm.topologyKey key
      PodDNSConfig.nameservers address
      PodReadinessGate.conditionType key
      PodSchedulingGate.name key
      PodSpec.hostname label-name
      PodSpec.nodeName object-name
      PodSpec.priorityClassName object-name
      PodSpec.runtimeClassName object-name
      PodSpec.serviceAccountName object-name
      PodSpec.subdomain label-name
      RollingUpdateDeployment.maxSurge count-or-percentage
      RollingUpdateDeployment.maxUnavailable share
      SeccompProfile.localhostProfile path-inside
      ServiceAccountTokenProjection.path path-inside
      TCPSocketAction.port port
      Toleration.key key
      Toleration.value label-value
      TopologySpreadConstraint.topologyKey key
      Volume.name label-name
      VolumeMount.subPath path-inside
      VolumeMount.subPathExpr path-inside
      items.fieldRef.fieldPath field-for-file
      resourceFieldRef.resource amount
      valueFrom.fieldRef.fieldPath field-for-variable
      """);

  private Values() {}

  /** Empty where any word will do. */
  static List<String> words(String holder, String field) {
    return WORDS.getOrDefault(holder + "." + field, List.of());
  }

  static Optional<Long> least(String holder, String field) {
    return number(LEAST, holder, field);
  }

  static Optional<Long> most(String holder, String field) {
    return number(MOST, holder, field);
  }

  static Optional<Form> form(String holder, String field) {
    return FORMS.getOrDefault(holder + "." + field, List.of()).stream()
        .findFirst()
        .map(word -> Form.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)));
  }

  private static Optional<Long> number(
      Map<String, List<String>> table, String holder, String field) {
    return table.getOrDefault(holder + "." + field, List.of()).stream()
        .findFirst()
        .map(Long::valueOf);
  }
}
