package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.component.PodFields;

/** The jobs that roll indices over. */
public class EsRollover extends PodFields {
  @JsonPropertyDescription("Image to run instead of the operator's own choice.")
  public String image;

  @JsonPropertyDescription("When both jobs run, as a cron expression. Default: 0 0 * * *.")
  public String schedule;

  @JsonPropertyDescription(
      "When an index is rolled over, as JSON of Elasticsearch's rollover API, such as {\"max_age\": \"2d\"}.")
  public String conditions;

  @JsonPropertyDescription(
      "How long spans stay readable, such as 168h. Default: that of the lookback job.")
  public String readTTL;

  @JsonPropertyDescription(
      "How many Jobs that succeeded are kept. Default: 3, as Kubernetes sets it.")
  public Integer successfulJobsHistoryLimit;

  @JsonPropertyDescription("Seconds after which a finished Job is deleted. Default: never.")
  public Integer ttlSecondsAfterFinished;

  @JsonPropertyDescription(
      "How often a failing Job is tried again. Default: 6, as Kubernetes sets it.")
  public Integer backoffLimit;
}
