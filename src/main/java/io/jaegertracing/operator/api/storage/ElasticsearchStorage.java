package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.api.json.Extensible;

/** The disk of each node of Elasticsearch. */
public class ElasticsearchStorage extends Extensible {
  @JsonPropertyDescription("StorageClass of the disk. Default: the cluster's default class.")
  public String storageClassName;

  @JsonPropertyDescription("Size of the disk, such as 100Gi.")
  public Quantity size;
}
