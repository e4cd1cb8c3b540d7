package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.component.PodFields;

/** The job that deletes old indices. */
public class EsIndexCleaner extends PodFields {
  @JsonPropertyDescription("Whether the job runs. Default: true with Elasticsearch.")
  public Boolean enabled;

  @JsonPropertyDescription("Indices older than this many days are deleted. Default: 7.")
  public Long numberOfDays;

  @JsonPropertyDescription("When the job runs, as a cron expression. Default: 55 23 * * *.")
  public String schedule;

  @JsonPropertyDescription(
      "How many Jobs that succeeded are kept. Default: 3, as Kubernetes sets it.")
  public Integer successfulJobsHistoryLimit;

  @JsonPropertyDescription("Seconds after which a finished Job is deleted. Default: never.")
  public Integer ttlSecondsAfterFinished;

  @JsonPropertyDescription(
      "How often a failing Job is tried again. Default: 6, as Kubernetes sets it.")
  public Integer backoffLimit;

  @JsonPropertyDescription("Image to run instead of the operator's own choice.")
  public String image;
}
