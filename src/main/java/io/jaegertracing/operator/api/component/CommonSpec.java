package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.jaegertracing.operator.api.json.Extensible;
import java.util.List;
import java.util.Map;

/** The fields that nearly every component has, and the whole installation, too. */
public class CommonSpec extends Extensible {
  @JsonPropertyDescription(
      "Volumes of the Pod, as in a Pod's spec. Those of the component and of the whole installation are joined;"
          + " of two with one name the component's is used.")
  public List<Volume> volumes;

  @JsonPropertyDescription(
      "Where the volumes appear in the container, as in a Pod's spec. Joined like volumes, one mount per volume"
          + " name.")
  public List<VolumeMount> volumeMounts;

  @Nullable
  @JsonPropertyDescription(
      "Annotations of the Pods. Joined with those of the whole installation; of two with one key the component's"
          + " is used.")
  public Map<String, String> annotations;

  @JsonPropertyDescription("Labels of the Deployment and its Pods. Joined like annotations.")
  public Map<String, String> labels;

  @Nullable
  @JsonPropertyDescription(
      "CPU and memory that the container requests and is limited to. Joined with those of the whole installation"
          + " per resource.")
  public ResourceRequirements resources;

  @JsonPropertyDescription("On which nodes the Pods run, as in a Pod's spec.")
  public Affinity affinity;

  @JsonPropertyDescription(
      "Taints that the Pods bear, as in a Pod's spec. Added to those of the whole installation.")
  public List<Toleration> tolerations;

  @JsonPropertyDescription("Security settings of the Pod, as in a Pod's spec.")
  public PodSecurityContext securityContext;

  @JsonPropertyDescription("Security settings of the container, as in a container's spec.")
  public SecurityContext containerSecurityContext;

  @JsonPropertyDescription(
      "Name of an existing ServiceAccount. Default: one that the operator makes and names after the Jaeger.")
  public String serviceAccount;

  @JsonPropertyDescription(
      "Replaces the liveness probe of the component. Not taken from the whole installation.")
  public Probe livenessProbe;

  @JsonPropertyDescription("Secrets with which images are pulled, each as name.")
  public List<LocalObjectReference> imagePullSecrets;

  @JsonPropertyDescription(
      "Always, IfNotPresent or Never. Default: what Kubernetes chooses for the image's tag.")
  public String imagePullPolicy;
}
