package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import io.jaegertracing.operator.api.json.LiteralTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** One Jaeger installation in one namespace. */
@Group("jaegertracing.io")
@Version("v1")
@JsonClassDescription(
    "One Jaeger installation: its spec says what shall run, its status what does.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@AdditionalPrinterColumn(
    name = "Status",
    jsonPath = ".status.phase",
    type = AdditionalPrinterColumn.Type.STRING,
    getDescription = "Jaeger instance's status")
@AdditionalPrinterColumn(
    name = "Version",
    jsonPath = ".status.version",
    type = AdditionalPrinterColumn.Type.STRING,
    getDescription = "Jaeger Version")
@AdditionalPrinterColumn(
    name = "Strategy",
    jsonPath = ".spec.strategy",
    type = AdditionalPrinterColumn.Type.STRING,
    getDescription = "Jaeger deployment strategy")
@AdditionalPrinterColumn(
    name = "Storage",
    jsonPath = ".spec.storage.type",
    type = AdditionalPrinterColumn.Type.STRING,
    getDescription = "Jaeger storage type")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class Jaeger extends CustomResource<JaegerSpec, JaegerStatus> implements Namespaced {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, JsonNode> others = new LinkedHashMap<>();

  @JsonAnyGetter
  public Map<String, JsonNode> others() {
    return others;
  }

  @JsonAnySetter
  @JsonDeserialize(contentUsing = LiteralTree.class)
  public void other(String name, JsonNode value) {
    others.put(name, value);
  }

  /** An explicit null says no more than no metadata at all. */
  @Override
  public void setMetadata(ObjectMeta metadata) {
    super.setMetadata(metadata == null ? new ObjectMeta() : metadata);
  }

  /** A Jaeger without a spec is one with an empty spec, as it was for the Go operator. */
  @Override
  protected JaegerSpec initSpec() {
    return new JaegerSpec();
  }

  @Override
  public void setSpec(JaegerSpec spec) {
    super.setSpec(spec == null ? initSpec() : spec);
  }
}
