package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.component.PodFields;

/** The job that computes the graph of services. */
public class Dependencies extends PodFields {
  @JsonPropertyDescription(
      "Whether the job runs. Default: true with Cassandra and with an Elasticsearch of your own that needs no"
          + " TLS; else false.")
  public Boolean enabled;

  @JsonPropertyDescription("Spark master to submit to. Default: Spark inside the job.")
  public String sparkMaster;

  @JsonPropertyDescription("When the job runs, as a cron expression. Default: 55 23 * * *.")
  public String schedule;

  @JsonPropertyDescription(
      "How many Jobs that succeeded are kept. Default: 3, as Kubernetes sets it.")
  public Integer successfulJobsHistoryLimit;

  @JsonPropertyDescription("Image to run instead of the operator's own choice.")
  public String image;

  @JsonPropertyDescription("Options of the Java process, such as -Xmx2g.")
  public String javaOpts;

  @JsonPropertyDescription("Whether Cassandra asks for a client certificate. Default: false.")
  public Boolean cassandraClientAuthEnabled;

  @JsonPropertyDescription("Whether only client nodes of Elasticsearch are used. Default: false.")
  public Boolean elasticsearchClientNodeOnly;

  @JsonPropertyDescription(
      "Whether only the given addresses of Elasticsearch are used, as behind a proxy. Default: false.")
  public Boolean elasticsearchNodesWanOnly;

  @JsonPropertyDescription("How far back spans are read, such as 24h. Default: the current day.")
  public String elasticsearchTimeRange;

  @JsonPropertyDescription("Seconds after which a finished Job is deleted. Default: never.")
  public Integer ttlSecondsAfterFinished;

  @JsonPropertyDescription(
      "How often a failing Job is tried again. Default: 6, as Kubernetes sets it.")
  public Integer backoffLimit;
}
