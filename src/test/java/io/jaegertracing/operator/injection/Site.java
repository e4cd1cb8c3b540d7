package io.jaegertracing.operator.injection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.Kubectl;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** A namespace, and what a user does in it. */
record Site(Cluster cluster, String namespace) {
  static final String INJECT = "sidecar.jaegertracing.io/inject";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONG = Duration.ofMinutes(1);

  static Site create(Cluster cluster, String hint) {
    return new Site(cluster, cluster.newNamespace(hint));
  }

  /** Of an annotation: {@code sidecar.jaegertracing.io/inject: "true"}. */
  static String inject(String value) {
    return INJECT + ": \"" + value + "\"";
  }

  Kubectl.Result kubectl(String... args) {
    return cluster.kubectl(inHere(args));
  }

  Kubectl.Result kubectlWithInput(String yaml, String... args) {
    return cluster.kubectlWithInput(yaml, inHere(args));
  }

  /** What the user reads on standard error. */
  String apply(String yaml) {
    return succeeded(kubectlWithInput(yaml, "apply", "-f", "-")).err();
  }

  void run(String... args) {
    succeeded(kubectl(args));
  }

  Site withJaeger(String name, String spec) {
    apply("{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: " + name + "}, spec: "
        + spec + "}");
    return this;
  }

  /** Of the namespace itself, such as {@code label a=b} or {@code annotate a=b}. */
  Site with(String verb, String pair) {
    succeeded(cluster.kubectl(verb, "--overwrite", "namespace", namespace, pair));
    return this;
  }

  JsonNode get(String... names) {
    return parsed(succeeded(kubectl(prepended("get", names, "-o", "json"))).out());
  }

  JsonNode template(String kind, String name) {
    return get(kind, name).at("/spec/template");
  }

  boolean isReady(String jaeger) {
    return kubectl(
                "wait",
                "--for=condition=Ready",
                "jaegers.jaegertracing.io/" + jaeger,
                "--timeout=1s")
            .exit()
        == 0;
  }

  boolean hasDeployment(String name) {
    return kubectl("get", "deployment", name).exit() == 0;
  }

  void eventually(String what, Predicate<Site> seen) {
    Eventually.holds(what, LONG, () -> seen.test(this));
  }

  /** The reasons of the Events of workloads of this name, one per line. */
  String events(String name) {
    return succeeded(
            kubectl(
                "get",
                "events",
                "--field-selector=involvedObject.name=" + name,
                "-o",
                "jsonpath={range .items[?(@.reportingComponent==\"jaeger-operator\")]}{.reason}{\"\\n\"}{end}"))
        .out();
  }

  String described(String kind, String name) {
    return succeeded(kubectl("describe", kind, name)).out();
  }

  /** Why each write of an object of this name came out as it did, as the audit log tells it. */
  List<String> reasons(String name) {
    return said(name, "reason");
  }

  List<String> said(String name, String key) {
    return cluster.audit().said(namespace, name, key);
  }

  /** A Deployment whose Pods are all there. */
  boolean runs(String deployment) {
    return get("deployment", deployment).at("/status/readyReplicas").asInt() == 1;
  }

  int agents(String kind, String name) {
    return agents(template(kind, name)).size();
  }

  /** How often the operator has listed a resource here. */
  long lists(String resource) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(request -> request.namespace().equals(namespace)
            && request.verb().equals("list")
            && request.resource().equals(resource))
        .count();
  }

  static List<JsonNode> agents(JsonNode template) {
    return StreamSupport.stream(template.at("/spec/containers").spliterator(), false)
        .filter(container -> container.path("name").asText().equals("jaeger-agent"))
        .toList();
  }

  static Kubectl.Result succeeded(Kubectl.Result result) {
    assertThat(result.exit()).as(result.err() + result.out()).isZero();
    return result;
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String[] inHere(String... args) {
    return prepended("--namespace=" + namespace, args);
  }

  private static String[] prepended(String first, String[] args, String... last) {
    return Stream.of(Stream.of(first), Stream.of(args), Stream.of(last))
        .flatMap(some -> some)
        .toArray(String[]::new);
  }
}
