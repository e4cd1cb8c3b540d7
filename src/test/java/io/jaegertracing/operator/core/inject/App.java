package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.support.Trees;

/** A workload for tests: myapp with one container, web; every change makes another one. */
public record App(WorkloadKind kind, ObjectNode tree) {
  public static App deployment() {
    return of("deployments", "apps");
  }

  public static App pod() {
    return of("pods", "");
  }

  public static App of(String resource, String group) {
    return of(WorkloadKinds.ALL.ofResource(group, resource).orElseThrow());
  }

  public static App of(WorkloadKind kind) {
    var workload = Trees.map("{metadata: {name: myapp}}");
    workload.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    var template = workload;
    for (var step : kind.template()) {
      template = template.putObject(step);
    }
    template.withObject("/metadata/labels").put("app", "myapp");
    template.set("spec", Trees.of("{containers: [{name: web, ports: [{containerPort: 8080}]}]}"));
    return new App(kind, workload);
  }

  /** With its own annotation that asks for a sidecar. */
  public App asking(String value) {
    return annotated(Wellknown.INJECT, value);
  }

  public App annotated(String key, String value) {
    var copy = tree.deepCopy();
    copy.withObject("/metadata/annotations").put(key, value);
    return new App(kind, copy);
  }

  public App labelled(String key, String value) {
    var copy = tree.deepCopy();
    copy.withObject("/metadata/labels").put(key, value);
    return new App(kind, copy);
  }

  public App templateAnnotated(String key, String value) {
    var copy = tree.deepCopy();
    template(copy).withObject("/metadata/annotations").put(key, value);
    return new App(kind, copy);
  }

  /** With this field of its metadata, in YAML. */
  public App metadata(String field, String yaml) {
    var copy = tree.deepCopy();
    copy.withObject("/metadata").set(field, Trees.of(yaml));
    return new App(kind, copy);
  }

  /** With this field of the pod's specification, in YAML. */
  public App pod(String field, String yaml) {
    var copy = tree.deepCopy();
    template(copy).withObject("/spec").set(field, Trees.of(yaml));
    return new App(kind, copy);
  }

  public App template(String field, String yaml) {
    var copy = tree.deepCopy();
    template(copy).set(field, Trees.of(yaml));
    return new App(kind, copy);
  }

  /** Controlled by something. */
  public App ownedBy(String apiVersion, String ownerKind) {
    return metadata(
        "ownerReferences",
        "[{apiVersion: " + apiVersion + ", kind: " + ownerKind
            + ", name: owner, uid: u1, controller: true}]");
  }

  public App with(JsonNode changed) {
    return new App(kind, (ObjectNode) changed);
  }

  public JsonNode podSpec() {
    return kind.podPath().in(tree);
  }

  public JsonNode templateMetadata() {
    return kind.templatePath().field("metadata").in(tree);
  }

  /** The sidecar, wherever it is. */
  public JsonNode agent() {
    for (var group : new String[] {"containers", "initContainers"}) {
      for (var container : podSpec().path(group)) {
        if (container.path("name").asText().equals(Candidate.AGENT)) {
          return container;
        }
      }
    }
    throw new AssertionError("no sidecar in " + tree);
  }

  private ObjectNode template(ObjectNode workload) {
    return (ObjectNode) kind.templatePath().in(workload);
  }
}
