package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.generator.annotation.ValidationRule;
import io.jaegertracing.operator.api.component.Agent;
import io.jaegertracing.operator.api.component.AllInOne;
import io.jaegertracing.operator.api.component.Collector;
import io.jaegertracing.operator.api.component.Ingester;
import io.jaegertracing.operator.api.component.Ingress;
import io.jaegertracing.operator.api.component.PodFields;
import io.jaegertracing.operator.api.component.Query;
import io.jaegertracing.operator.api.storage.Storage;
import java.util.Map;

/** What shall run; the common fields here hold for every component that does not set its own. */
@JsonClassDescription(
    "What shall run. The fields that components share (labels, resources, volumes and the like) can be set here for all of"
        + " them and in a component for that one.")
public class JaegerSpec extends PodFields {
  @ValidationRule(
      value =
          "self == '' || self.lowerAscii() in ['allinone', 'all-in-one', 'production', 'streaming']",
      message = "no such strategy; use allinone, production or streaming",
      messageExpression =
          "'\"' + self + '\" is no strategy; use allinone, production or streaming'")
  @JsonPropertyDescription(
      "How Jaeger is spread over Deployments: allinone (one process, for trying out), production (collector and query) or"
          + " streaming (production with Kafka in between). Upper and lower case are the same. Default: allinone.")
  public String strategy;

  @JsonPropertyDescription("The single process of the strategy allinone.")
  public AllInOne allInOne;

  @JsonPropertyDescription("The query service and its web interface.")
  public Query query;

  @JsonPropertyDescription("The collector, which receives spans.")
  public Collector collector;

  @JsonPropertyDescription(
      "The ingester, which moves spans from Kafka to the storage; only with the strategy streaming.")
  public Ingester ingester;

  @Nullable
  @JsonPropertyDescription(
      "The agent: the sidecar that is injected into workloads, or a DaemonSet.")
  public Agent agent;

  @JsonPropertyDescription("Settings of the web interface.")
  public Ui ui;

  @JsonPropertyDescription("Which traces clients shall sample.")
  public Sampling sampling;

  @JsonPropertyDescription(
      "Where spans are kept, and the jobs that look after them. Default: in memory, lost at a restart.")
  public Storage storage;

  @JsonPropertyDescription(
      "How the web interface is reached from outside: an Ingress, on OpenShift a Route.")
  public Ingress ingress;

  @JsonPropertyDescription(
      "Registry, with a path if it has one, from which the images come that the operator chooses, such as"
          + " registry.example.com/mirror. Images that are named in this resource are used as they are written."
          + " Default: that of each image.")
  public String imageRegistry;

  @JsonPropertyDescription(
      "Annotations of the ServiceAccounts that the operator makes, such as a cloud's role for the Pods.")
  public Map<String, String> serviceAccountAnnotations;

  @JsonPropertyDescription("How the Prometheus operator learns where the metrics are.")
  public ServiceMonitor serviceMonitor;
}
