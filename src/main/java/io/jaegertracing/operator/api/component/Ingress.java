package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Options;
import java.util.List;

/** How the web interface is reached from outside. */
public class Ingress extends CommonSpec {
  @JsonPropertyDescription("Whether there is an Ingress, on OpenShift a Route. Default: true.")
  public Boolean enabled;

  @JsonPropertyDescription(
      "none or oauth-proxy, the latter on OpenShift alone. Default: oauth-proxy on OpenShift, none elsewhere.")
  public String security;

  @JsonPropertyDescription("What only OpenShift has.")
  public IngressOpenShift openshift;

  @JsonPropertyDescription("Host names to answer for. Default: all.")
  public List<String> hosts;

  @JsonPropertyDescription(
      "How the path is matched: Prefix, Exact or ImplementationSpecific. Default: ImplementationSpecific.")
  public String pathType;

  @JsonPropertyDescription("Certificates for the hosts.")
  public List<IngressTls> tls;

  @JsonPropertyDescription(
      "Secret with the certificate for all hosts. Deprecated: use tls, which wins.")
  public String secretName;

  @JsonPropertyDescription(
      "Further flags of the OAuth proxy, as a map that may nest. A list repeats its flag.")
  public Options options;

  @JsonPropertyDescription(
      "Ingress class, which decides who serves it. Default: the cluster's default class.")
  public String ingressClassName;
}
