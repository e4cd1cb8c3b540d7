package io.jaegertracing.operator.kube.rest;

/** How much of each object the API server shall send. */
public enum Shape {
  WHOLE("application/json"),
  METADATA("application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1"),
  METADATA_OF_LIST("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");

  private final String accept;

  Shape(String accept) {
    this.accept = accept;
  }

  String accept() {
    return accept;
  }
}
