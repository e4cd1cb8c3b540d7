package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.LinkedHashMap;
import java.util.Map;

/** Carries the fields that its type does not name, so that reading and writing back loses none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class Extensible {
  private final Map<String, JsonNode> others = new LinkedHashMap<>();

  @JsonAnyGetter
  public Map<String, JsonNode> others() {
    return others;
  }

  @JsonAnySetter
  @JsonDeserialize(contentUsing = LiteralTree.class)
  public void other(String name, JsonNode value) {
    others.put(name, value);
  }
}
