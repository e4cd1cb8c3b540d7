package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.jaegertracing.operator.api.json.Extensible;

/** What only OpenShift has: the settings of the OAuth proxy. */
public class IngressOpenShift extends Extensible {
  @JsonPropertyDescription(
      "Who may see the web interface, as SubjectAccessReview in JSON. Default: who may get Pods in the"
          + " namespace. Blank: everyone who can log in.")
  public String sar;

  @JsonPropertyDescription(
      "Which paths take a bearer token, as JSON from path to SubjectAccessReview.")
  public String delegateUrls;

  @JsonPropertyDescription("File with names and passwords, mounted by volumeMounts.")
  public String htpasswdFile;

  @JsonPropertyDescription("Whether the menu goes without Log Out. Default: false.")
  public Boolean skipLogout;

  @ValidationRule(
      value = "self.matches('^[-+]?(0|(([0-9]+[.]?[0-9]*|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$')",
      message = "no duration; write numbers with units h, m, s, ms, us or ns, such as 30s or 1m30s",
      messageExpression =
          "'\"' + self + '\" is no duration; write numbers with units h, m, s, ms, us or ns, such as 30s or 1m30s'")
  @JsonPropertyDescription(
      "How long the proxy waits for the web interface, such as 30s or 1m30s. Default: the proxy's own.")
  public String timeout;
}
