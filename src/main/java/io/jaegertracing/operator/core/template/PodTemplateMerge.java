package io.jaegertracing.operator.core.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.jaegertracing.operator.core.SortedJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Pod template that the operator makes, with what users lay over it. */
public final class PodTemplateMerge {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PodTemplateMerge() {}

  /** What can be read of it alone; its nulls only take something away. */
  public static PodTemplateSpec read(JsonNode template) {
    return JSON.convertValue(JsonMerge.withoutNulls(template), PodTemplateSpec.class);
  }

  /** In this order; the labels that select the Pods stay as they are. */
  public static PodTemplateSpec over(
      PodTemplateSpec ours, List<JsonNode> users, Map<String, String> selected) {
    if (users.isEmpty()) {
      return ours;
    }
    var tree = JSON.<JsonNode>valueToTree(ours);
    for (var template : users) {
      tree = JsonMerge.over(tree, template);
    }
    var merged = JSON.convertValue(SortedJson.sorted(tree), PodTemplateSpec.class);
    var labels = new TreeMap<String, String>();
    if (merged.getMetadata() != null && merged.getMetadata().getLabels() != null) {
      labels.putAll(merged.getMetadata().getLabels());
    }
    labels.putAll(selected);
    return new PodTemplateSpecBuilder(merged)
        .editOrNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .build();
  }
}
