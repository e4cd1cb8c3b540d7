package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Affinity;
import io.jaegertracing.operator.api.json.Extensible;

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

  @JsonPropertyDescription("Accepted for compatibility; has no effect.")
  public Integer ttlSecondsAfterFinished;
}
