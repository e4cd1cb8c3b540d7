package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;
import java.util.List;

/** The certificate for some hosts. */
@JsonClassDescription("The certificate for some hosts.")
public class IngressTls extends Extensible {
  @JsonPropertyDescription("Host names that the certificate is for. Default: all.")
  public List<String> hosts;

  @JsonPropertyDescription("Secret with the certificate.")
  public String secretName;
}
