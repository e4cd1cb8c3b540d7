package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.jaegertracing.operator.api.json.FreeForm;
import java.util.List;
import java.util.Map;

/** The fields of everything that runs Pods, and of the whole installation. */
public class PodFields extends CommonSpec {
  @JsonPropertyDescription(
      "Environment variables of the container, as in a container's spec. Added to those that the operator sets and"
          + " to those of the whole installation; of several with one name the component's is used, then that of"
          + " the whole installation.")
  public List<EnvVar> env;

  @JsonPropertyDescription(
      "ConfigMaps and Secrets whose keys become environment variables, as in a container's spec. Added to those of"
          + " the whole installation; a key in the component's wins.")
  public List<EnvFromSource> envFrom;

  @JsonPropertyDescription(
      "How the Pods are spread over zones and nodes, as in a Pod's spec; without labelSelector the Pods of the"
          + " component are counted. Added to those of the whole installation; of two with one topologyKey and"
          + " whenUnsatisfiable the component's is used.")
  public List<TopologySpreadConstraint> topologySpreadConstraints;

  @Nullable
  @JsonPropertyDescription(
      "Labels that a node must have to run the Pods. Joined with those of the whole installation; of two with one"
          + " key the component's is used.")
  public Map<String, String> nodeSelector;

  @JsonPropertyDescription("PriorityClass of the Pods. Default: that of the whole installation.")
  public String priorityClassName;

  @JsonPropertyDescription(
      "Laid over the Pod template that the operator makes, for all that has no field here: maps are joined, lists of"
          + " objects with a name are joined by name (volumeMounts by mountPath), any other list is replaced, null"
          + " removes. That of the whole installation comes first. The labels that find the Pods stay.")
  public FreeForm podTemplate;
}
