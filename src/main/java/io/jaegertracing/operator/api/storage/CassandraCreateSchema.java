package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.api.json.FreeForm;
import java.util.List;
import java.util.Map;

/** The Job that prepares Cassandra. */
public class CassandraCreateSchema extends Extensible {
  @JsonPropertyDescription("Whether the Job runs. Default: true.")
  public Boolean enabled;

  @JsonPropertyDescription("Image to run instead of the operator's own choice.")
  public String image;

  @JsonPropertyDescription("Name of Cassandra's data centre. Default: test.")
  public String datacenter;

  @JsonPropertyDescription("prod or test; test uses a single replica. Default: prod.")
  public String mode;

  @JsonPropertyDescription("How long traces are kept, such as 48h. Default: 48h.")
  public String traceTTL;

  @JsonPropertyDescription("How long the Job may take, such as 10m. Default: 24h.")
  public String timeout;

  @JsonPropertyDescription("On which nodes the Job runs, as in a Pod's spec.")
  public Affinity affinity;

  @JsonPropertyDescription("Seconds after which the finished Job is deleted. Default: never.")
  public Integer ttlSecondsAfterFinished;

  @JsonPropertyDescription(
      "Environment variables of the container, as in a container's spec. Added like those of components.")
  public List<EnvVar> env;

  @JsonPropertyDescription(
      "ConfigMaps and Secrets whose keys become environment variables, as in a container's spec. Added like those"
          + " of components.")
  public List<EnvFromSource> envFrom;

  @Nullable
  @JsonPropertyDescription(
      "Labels that a node must have to run the Job. Joined like those of components.")
  public Map<String, String> nodeSelector;

  @JsonPropertyDescription("PriorityClass of the Pods. Default: that of the whole installation.")
  public String priorityClassName;

  @JsonPropertyDescription(
      "Laid over the Pod template that the operator makes, as podTemplate of components is.")
  public FreeForm podTemplate;
}
