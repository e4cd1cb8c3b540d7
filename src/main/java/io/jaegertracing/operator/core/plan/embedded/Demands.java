package io.jaegertracing.operator.core.plan.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the API server insists on in an object, by the name of its type. */
final class Demands {
  private static final String SOURCES =
      "awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir ephemeral fc"
          + " flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image iscsi nfs persistentVolumeClaim"
          + " photonPersistentDisk portworxVolume projected quobyte rbd scaleIO secret storageos vsphereVolume";

  /** Fields without which an object means nothing. */
  private static final Map<String, List<String>> REQUIRED = table("""
      AWSElasticBlockStoreVolumeSource volumeID
      AppArmorProfile type
      AzureDiskVolumeSource diskName diskURI
      AzureFileVolumeSource secretName shareName
      CSIVolumeSource driver
      CephFSVolumeSource monitors
      CinderVolumeSource volumeID
      ClusterTrustBundleProjection path
      ConfigMapEnvSource name
      ConfigMapKeySelector name key
      ConfigMapProjection name
      ConfigMapVolumeSource name
      DownwardAPIVolumeFile path
      EnvVar name
      EphemeralVolumeSource volumeClaimTemplate
      ExecAction command
      FileKeySelector volumeName path key
      FlexVolumeSource driver
      GCEPersistentDiskVolumeSource pdName
      GRPCAction port
      GitRepoVolumeSource repository
      GlusterfsVolumeSource endpoints path
      HTTPGetAction port
      HTTPHeader name value
      HostAlias ip
      HostPathVolumeSource path
      ISCSIVolumeSource targetPortal iqn lun
      KeyToPath key path
      LabelSelectorRequirement key operator
      NFSVolumeSource server path
      NodeSelector nodeSelectorTerms
      NodeSelectorRequirement key operator
      ObjectFieldSelector fieldPath
      OwnerReference apiVersion kind name uid
      PersistentVolumeClaimSpec accessModes resources
      PersistentVolumeClaimTemplate spec
      PersistentVolumeClaimVolumeSource claimName
      PodDNSConfigOption name
      PodOS name
      PodReadinessGate conditionType
      PodResourceClaim name
      PodSchedulingGate name
      PhotonPersistentDiskVolumeSource pdID
      PodAffinityTerm topologyKey
      PodCertificateProjection signerName keyType
      PortworxVolumeSource volumeID
      PreferredSchedulingTerm weight preference
      QuobyteVolumeSource registry volume
      RBDVolumeSource monitors image
      ResourceClaim name
      ResourceFieldSelector resource
      ScaleIOVolumeSource gateway system secretRef volumeName
      SeccompProfile type
      SecretEnvSource name
      SecretKeySelector name key
      SecretProjection name
      SecretVolumeSource secretName
      ServiceAccountTokenProjection path
      SleepAction seconds
      StorageOSVolumeSource volumeName
      Sysctl name value
      TCPSocketAction port
      TopologySpreadConstraint maxSkew topologyKey whenUnsatisfiable
      TypedLocalObjectReference kind name
      TypedObjectReference kind name
      Volume name
      VolumeMount name mountPath
      VsphereVirtualDiskVolumeSource volumePath
      WeightedPodAffinityTerm weight podAffinityTerm
      """);

  /** Of these an object has exactly one. */
  private static final Map<String, List<String>> ONE = table("""
      DownwardAPIVolumeFile fieldRef resourceFieldRef
      EnvFromSource configMapRef secretRef
      EnvVarSource configMapKeyRef fieldRef fileKeyRef resourceFieldRef secretKeyRef
      FCVolumeSource targetWWNs wwids
      FlockerVolumeSource datasetName datasetUUID
      LifecycleHandler exec httpGet sleep tcpSocket
      PodResourceClaim resourceClaimName resourceClaimTemplateName
      Probe exec grpc httpGet tcpSocket
      """);

  /** Of these it has one, or none. */
  private static final Map<String, List<String>> AT_MOST_ONE =
      table("""
      EnvVar value valueFrom
      VolumeMount subPath subPathExpr
      VolumeProjection clusterTrustBundle configMap downwardAPI podCertificate secret serviceAccountToken
      """ + "Volume " + SOURCES + "\n");

  private Demands() {}

  static List<String> required(String type) {
    return REQUIRED.getOrDefault(type, List.of());
  }

  static List<String> one(String type) {
    return ONE.getOrDefault(type, List.of());
  }

  static List<String> atMostOne(String type) {
    return AT_MOST_ONE.getOrDefault(type, List.of());
  }

  static Map<String, List<String>> table(String text) {
    var table = new TreeMap<String, List<String>>();
    text.lines()
        .map(line -> Arrays.asList(line.split(" ")))
        .forEach(words -> table.put(words.get(0), words.subList(1, words.size())));
    return table;
  }
}
