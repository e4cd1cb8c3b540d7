package io.jaegertracing.operator.cli.folders;

import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfElasticsearch;
import io.jaegertracing.operator.core.inject.Samples;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.documents.Documents;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchesTest {
  private static final String OBJECTS = """
      apiVersion: logging.openshift.io/v1
      kind: Elasticsearch
      metadata: {name: big, namespace: obs}
      ---
      apiVersion: example.com/v1
      kind: Elasticsearch
      metadata: {name: other, namespace: obs}
      """;
  private static final String DEFINITION = """
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      spec: {group: logging.openshift.io, names: {kind: Elasticsearch}}
      """;

  @Test
  void whereTheKindIsDefinedItIsKnownWhatExists() {
    var files = OBJECTS + DEFINITION;
    assertThat(answer(files, "obs", "big")).isInstanceOf(Answer.Found.class);
    assertThat(answer(files, "obs", "other")).isEqualTo(new Answer.Absent());
    assertThat(answer(files, "default", "big")).isEqualTo(new Answer.Absent());
  }

  @Test
  void withoutItsKindNobodyCanSay() {
    assertThat(answer(OBJECTS, "obs", "big")).isEqualTo(new Answer.KindAbsent());
  }

  private static Answer answer(String files, String namespace, String name) {
    Lookup asked = new OfElasticsearch(namespace, name);
    return FolderCluster.of(
            Documents.read("test", files),
            new FolderCluster.Terms(
                Watched.EVERYTHING, new KubernetesVersion(1, 29), Samples.reader()))
        .answers(Set.of(asked))
        .values()
        .iterator()
        .next();
  }
}
