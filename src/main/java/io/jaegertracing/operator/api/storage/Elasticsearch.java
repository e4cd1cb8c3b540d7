package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Toleration;
import io.jaegertracing.operator.api.json.Extensible;
import java.util.List;
import java.util.Map;

/** The Elasticsearch that OpenShift's operator provides. */
public class Elasticsearch extends Extensible {
  @JsonPropertyDescription("Name of the Elasticsearch resource. Default: elasticsearch.")
  public String name;

  @JsonPropertyDescription(
      "Whether an existing Elasticsearch of that name is used and none is made. Default: false.")
  public Boolean doNotProvision;

  @JsonPropertyDescription(
      "Whether the Elasticsearch operator makes the certificates. Default: false.")
  public Boolean useCertManagement;

  @JsonPropertyDescription("Image of Elasticsearch. Default: chosen by the Elasticsearch operator.")
  public String image;

  @JsonPropertyDescription(
      "CPU and memory of a node. Default: 16Gi of memory, requested and limited to, and a request of 1 CPU.")
  public ResourceRequirements resources;

  @JsonPropertyDescription("Number of nodes; at most three of them are masters. Default: 3.")
  public Integer nodeCount;

  @JsonPropertyDescription(
      "Labels that a Kubernetes node must have to run a node of Elasticsearch.")
  public Map<String, String> nodeSelector;

  @JsonPropertyDescription("The disk of each node. Default: none, data is lost at a restart.")
  public ElasticsearchStorage storage;

  @JsonPropertyDescription(
      "How often data is copied: FullRedundancy (to every data node), MultipleRedundancy (to half of them),"
          + " SingleRedundancy (one copy) or ZeroRedundancy. Default: ZeroRedundancy with one node, else"
          + " SingleRedundancy.")
  public String redundancyPolicy;

  @JsonPropertyDescription("Taints that the nodes' Pods bear, as in a Pod's spec.")
  public List<Toleration> tolerations;

  @JsonPropertyDescription("CPU and memory of the proxy beside each node.")
  public ResourceRequirements proxyResources;
}
