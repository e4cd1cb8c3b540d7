package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.Caches.Sight;
import io.jaegertracing.operator.kube.cache.Source.Selector;
import io.jaegertracing.operator.kube.rest.ApiRefusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is watched; what belongs to the whole cluster, only as far as it is in sight. */
record Sources(
    List<Source> definitions,
    List<Source> jaegers,
    List<Source> namespaces,
    List<Source> nodes,
    List<Source> ranges,
    List<Source> quotas) {
  /** The kind that is meant by Jaegers. */
  record Kind(String group, String version, String plural) {
    static final Kind JAEGER = new Kind("jaegertracing.io", "v1", "jaegers");

    String definition() {
      return plural + "." + group;
    }
  }

  static Sources of(Kind kind, Watched watched, Sight sight) {
    var namespaces = watched.names();
    return new Sources(
        sight.definitions() ? List.of(definition(kind)) : List.of(),
        places(namespaces).map(place -> jaegers(kind, place)).toList(),
        sight.namespaces() ? places(namespaces).map(Sources::namespaces).toList() : List.of(),
        sight.nodes() ? List.of(everyNode()) : List.of(),
        places(namespaces).map(place -> limits("LimitRanges", place)).toList(),
        places(namespaces).map(place -> limits("ResourceQuotas", place)).toList());
  }

  /** What tells that a Jaeger changed, without what it is. No namespaces means all of them. */
  static Stream<Source> jaegerMarks(List<String> namespaces) {
    return places(namespaces)
        .map(place -> new Source(
            "metadata of Jaegers" + inWords(place),
            jaegers(Kind.JAEGER, place).path(),
            Selector.ALL,
            true,
            500,
            true,
            Map.of()));
  }

  Stream<Source> all() {
    return Stream.of(definitions, jaegers, namespaces, nodes, ranges, quotas).flatMap(List::stream);
  }

  private static Stream<Optional<String>> places(List<String> namespaces) {
    return namespaces.isEmpty()
        ? Stream.of(Optional.empty())
        : namespaces.stream().distinct().map(Optional::of);
  }

  private static Source jaegers(Kind kind, Optional<String> namespace) {
    return new Source(
        "Jaegers" + inWords(namespace),
        "/apis/" + kind.group() + "/" + kind.version() + inPath(namespace) + "/" + kind.plural(),
        Selector.ALL,
        false,
        50,
        true,
        Map.of(
            ApiRefusal.NOT_FOUND,
            "the cluster knows no Jaegers; apply manifests/crd/jaegertracing.io_jaegers.yaml"));
  }

  private static Source limits(String what, Optional<String> namespace) {
    return new Source(
        what + inWords(namespace),
        "/api/v1" + inPath(namespace) + "/" + what.toLowerCase(Locale.ROOT),
        Selector.ALL,
        false,
        100,
        false,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch " + what + inWords(namespace)
                + ": sidecars may keep Pods there from being created"));
  }

  private static String inWords(Optional<String> namespace) {
    return namespace.map(name -> " in the namespace " + name).orElse("");
  }

  private static String inPath(Optional<String> namespace) {
    return namespace.map(name -> "/namespaces/" + name).orElse("");
  }

  private static Source namespaces(Optional<String> name) {
    return new Source(
        name.map(one -> "the namespace " + one).orElse("namespaces"),
        "/api/v1/namespaces",
        name.map(Selector::named).orElse(Selector.ALL),
        true,
        500,
        true,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch namespaces: each is read when a workload in it is created"));
  }

  private static Source everyNode() {
    return new Source(
        "nodes",
        "/api/v1/nodes",
        Selector.ALL,
        false,
        100,
        true,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch nodes: the server's version alone decides on native sidecars"));
  }

  private static Source definition(Kind kind) {
    return new Source(
        "the definition " + kind.definition(),
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
        Selector.named(kind.definition()),
        true,
        1,
        true,
        Map.of(
            ApiRefusal.FORBIDDEN,
            "not allowed to list and watch the definition " + kind.definition()
                + ": when it is created later, Jaegers are noticed after up to 30 s"));
  }
}
