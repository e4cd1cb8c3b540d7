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
      AzureDiskVolumeSource.cachingMode None ReadOnly ReadWrite
      Container.imagePullPolicy Always IfNotPresent Never
      Container.terminationMessagePolicy FallbackToLogsOnError File
      ContainerPort.protocol SCTP TCP UDP
      ContainerResizePolicy.resourceName cpu memory
      DeploymentStrategy.type Recreate RollingUpdate
      HTTPGetAction.scheme HTTP HTTPS
      HostPathVolumeSource.type BlockDevice CharDevice Directory DirectoryOrCreate File FileOrCreate Socket
      ImageVolumeSource.pullPolicy Always IfNotPresent Never
      LabelSelectorRequirement.operator DoesNotExist Exists In NotIn
      NodeSelectorRequirement.operator DoesNotExist Exists Gt In Lt NotIn
      ObjectFieldSelector.apiVersion v1
      PersistentVolumeClaimSpec.accessModes ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
      PersistentVolumeClaimSpec.volumeMode Block Filesystem
      PodOS.name linux windows
      PodSecurityContext.fsGroupChangePolicy Always OnRootMismatch
      PodSecurityContext.seLinuxChangePolicy MountOption Recursive
      PodSecurityContext.supplementalGroupsPolicy Merge Strict
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
      VolumeMount.recursiveReadOnly Disabled Enabled IfPossible
      matchFields.key metadata.name
      matchFields.operator In NotIn
      """);

  private static final Map<String, List<String>> LEAST = Demands.table("""
      AWSElasticBlockStoreVolumeSource.partition 0
      ConfigMapVolumeSource.defaultMode 0
      ContainerPort.containerPort 1
      ContainerPort.hostPort 0
      DownwardAPIVolumeFile.mode 0
      DownwardAPIVolumeSource.defaultMode 0
      FCVolumeSource.lun 0
      GCEPersistentDiskVolumeSource.partition 0
      GRPCAction.port 1
      ISCSIVolumeSource.lun 0
      KeyToPath.mode 0
      PodSecurityContext.fsGroup 0
      PodSecurityContext.runAsGroup 0
      PodSecurityContext.runAsUser 0
      PodSecurityContext.supplementalGroups 0
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
      AWSElasticBlockStoreVolumeSource.partition 255
      ConfigMapVolumeSource.defaultMode 511
      ContainerPort.containerPort 65535
      ContainerPort.hostPort 65535
      DownwardAPIVolumeFile.mode 511
      DownwardAPIVolumeSource.defaultMode 511
      FCVolumeSource.lun 255
      GCEPersistentDiskVolumeSource.partition 255
      GRPCAction.port 65535
      ISCSIVolumeSource.lun 255
      KeyToPath.mode 511
      PodSecurityContext.fsGroup 2147483647
      PodSecurityContext.runAsGroup 2147483647
      PodSecurityContext.runAsUser 2147483647
      PodSecurityContext.supplementalGroups 2147483647
      PodSpec.activeDeadlineSeconds 2147483647
      PreferredSchedulingTerm.weight 100
      ProjectedVolumeSource.defaultMode 511
      SecretVolumeSource.defaultMode 511
      SecurityContext.runAsGroup 2147483647
      SecurityContext.runAsUser 2147483647
      ServiceAccountTokenProjection.expirationSeconds 4294967296
      WeightedPodAffinityTerm.weight 100
      livenessProbe.successThreshold 1
      startupProbe.successThreshold 1
      """);

  private static final Map<String, List<String>> FORMS = Demands.table("""
      CSIVolumeSource.driver driver
      ClusterTrustBundleProjection.path file
      ConfigMapEnvSource.name object-name
      ConfigMapKeySelector.key entry
      ConfigMapKeySelector.name object-name
      Container.name label-name
      ContainerPort.name port-name
      DownwardAPIVolumeFile.path file
      EnvFromSource.prefix variable
      EnvVar.name variable
      HTTPGetAction.port port
      HTTPHeader.name header
      HostAlias.hostnames object-name
      HostAlias.ip address
      HostPathVolumeSource.path path-without-steps-back
      KeyToPath.path file
      LabelSelectorRequirement.key key
      NFSVolumeSource.path absolute-path
      NodeSelectorRequirement.key key
      PersistentVolumeClaimSpec.storageClassName object-name
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
      SecretEnvSource.name object-name
      SecretKeySelector.key entry
      SecretKeySelector.name object-name
      ServiceAccountTokenProjection.path file
      Sysctl.name sysctl
      TCPSocketAction.port port
      Toleration.key key
      Toleration.value label-value
      TopologySpreadConstraint.topologyKey key
      Volume.name label-name
      VolumeMount.subPath path-inside
      VolumeMount.subPathExpr path-inside
      items.fieldRef.fieldPath field-for-file
      matchExpressions.values label-value
      matchFields.values object-name
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
