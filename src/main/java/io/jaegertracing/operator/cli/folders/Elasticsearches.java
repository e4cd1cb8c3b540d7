package io.jaegertracing.operator.cli.folders;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup.OfElasticsearch;
import java.util.Map;

/** The Elasticsearch objects of files; the kind exists only where its definition is among them, as in a cluster. */
final class Elasticsearches {
  private static final String GROUP = "logging.openshift.io";
  private static final String KIND = "Elasticsearch";

  private Elasticsearches() {}

  static Answer answer(Map<FolderCluster.Key, JsonNode> objects, OfElasticsearch asked) {
    if (objects.values().stream().noneMatch(Elasticsearches::defines)) {
      return new Answer.KindAbsent();
    }
    return objects.entrySet().stream()
        .filter(object -> isAsked(object.getKey(), asked))
        .findAny()
        .<Answer>map(object -> new Answer.Found(object.getValue()))
        .orElseGet(Answer.Absent::new);
  }

  private static boolean isAsked(FolderCluster.Key key, OfElasticsearch asked) {
    return key.kind().equals(KIND)
        && key.apiVersion().startsWith(GROUP + "/")
        && key.namespace().equals(asked.namespace())
        && key.name().equals(asked.name());
  }

  private static boolean defines(JsonNode tree) {
    return tree.path("kind").asText().equals("CustomResourceDefinition")
        && tree.path("spec").path("group").asText().equals(GROUP)
        && tree.path("spec").path("names").path("kind").asText().equals(KIND);
  }
}
