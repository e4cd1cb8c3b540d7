package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.jaegertracing.operator.api.json.FreeForm;

/** The agent, as sidecar or as DaemonSet. */
public class Agent extends ProgramSpec {
  @JsonPropertyDescription(
      "DaemonSet runs one agent on every node; anything else leaves agents to the sidecars. Upper and lower case"
          + " are the same.")
  public String strategy;

  @JsonPropertyDescription("Accepted for compatibility; has no effect.")
  public FreeForm config;

  @JsonPropertyDescription("Security settings of the injected container, as in a container's spec.")
  public SecurityContext sidecarSecurityContext;

  @JsonPropertyDescription("Whether the DaemonSet uses the node's network. Default: false.")
  public Boolean hostNetwork;

  @JsonPropertyDescription("DNS policy of the DaemonSet's Pods, such as ClusterFirstWithHostNet.")
  public String dnsPolicy;
}
