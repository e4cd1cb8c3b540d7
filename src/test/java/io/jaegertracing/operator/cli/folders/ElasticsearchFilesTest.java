package io.jaegertracing.operator.cli.folders;

import io.jaegertracing.operator.documents.Documents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchFilesTest {
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
    var files = ElasticsearchFiles.among(Documents.read("test", OBJECTS + DEFINITION));
    assertThat(files.exists("obs", "big")).contains(true);
    assertThat(files.exists("obs", "other")).contains(false);
    assertThat(files.exists("default", "big")).contains(false);
  }

  @Test
  void withoutItsKindNobodyCanSay() {
    var files = ElasticsearchFiles.among(Documents.read("test", OBJECTS));
    assertThat(files.exists("obs", "big")).isEmpty();
  }
}
