package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.kube.rest.ApiRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is watched. */
record Sources(Source definition, List<Source> jaegers, List<Source> namespaces, Source nodes) {
  /** The kind that is meant by Jaegers. */
  record Kind(String group, String version, String plural) {
    static final Kind JAEGER = new Kind("jaegertracing.io", "v1", "jaegers");

    String definition() {
      return plural + "." + group;
    }
  }

  /** No namespaces means all of them. */
  static Sources of(Kind kind, List<String> namespaces) {
    return new Sources(
        definition(kind),
        places(namespaces).map(place -> jaegers(kind, place)).toList(),
        places(namespaces).map(Sources::namespaces).toList(),
        everyNode());
  }

  Stream<Source> all() {
    return Stream.of(Stream.of(definition), jaegers.stream(), namespaces.stream(), Stream.of(nodes))
        .flatMap(some -> some);
  }

  private static Stream<Optional<String>> places(List<String> namespaces) {
    return namespaces.isEmpty()
        ? Stream.of(Optional.empty())
        : namespaces.stream().distinct().map(Optional::of);
  }

  private static Source jaegers(Kind kind, Optional<String> namespace) {
    var place = namespace.map(name -> "/namespaces/" + name).orElse("");
    return new Source(
        "Jaegers" + namespace.map(name -> " in the namespace " + name).orElse(""),
        "/apis/" + kind.group() + "/" + kind.version() + place + "/" + kind.plural(),
        Optional.empty(),
        false,
        50,
        Map.of(
            ApiRefusal.NOT_FOUND,
            "the cluster knows no Jaegers; apply manifests/crd/jaegertracing.io_jaegers.yaml"));
  }

  private static Source namespaces(Optional<String> name) {
    return new Source(
        name.map(one -> "the namespace " + one).orElse("namespaces"),
        "/api/v1/namespaces",
        name,
        true,
        500,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch namespaces: each is read when a workload in it is created"));
  }

  private static Source everyNode() {
    return new Source(
        "nodes",
        "/api/v1/nodes",
        Optional.empty(),
        false,
        100,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch nodes: the server's version alone decides on native sidecars"));
  }

  private static Source definition(Kind kind) {
    return new Source(
        "the definition " + kind.definition(),
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
        Optional.of(kind.definition()),
        true,
        1,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch the definition " + kind.definition()
                + ": when it is created later, Jaegers are noticed after up to 30 s"));
  }
}
