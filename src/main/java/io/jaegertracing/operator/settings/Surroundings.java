package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.Redaction;
import io.jaegertracing.operator.core.scope.WatchedText;
import io.jaegertracing.operator.settings.Settings.Proxy;
import io.jaegertracing.operator.settings.Settings.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is read from the environment under names of its own, and from the places where a process finds itself. */
record Surroundings(Map<String, String> environment) {
  private static final String WATCHED = "WATCH_NAMESPACE";
  private static final List<String> PROXIES = List.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY");

  private static final Path OWN_NAMESPACE =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

  Optional<String> kubeconfig() {
    return given("KUBECONFIG");
  }

  Scope scope() {
    var name = given("OPERATOR_NAME").orElse("jaeger-operator");
    return new Scope(
        watched().watched(), given("POD_NAMESPACE").or(this::namespaceOfTheAccount), name);
  }

  /** Of no interest to verbs that look at no namespace. */
  Stream<String> mistakes(Verb verb) {
    return watched()
        .mistake()
        .filter(any -> Verb.DECIDING.contains(verb) || Verb.CLUSTER.contains(verb))
        .map(mistake -> WATCHED + "=" + environment.getOrDefault(WATCHED, "")
            + " of the environment is not accepted: " + mistake)
        .stream();
  }

  private WatchedText watched() {
    return WatchedText.read(environment.getOrDefault(WATCHED, ""));
  }

  /** Set to nothing is set: the containers get it as well. */
  Proxy proxy() {
    var variables = new LinkedHashMap<String, String>();
    PROXIES.stream()
        .filter(environment::containsKey)
        .forEach(name -> variables.put(name, environment.getOrDefault(name, "")));
    return new Proxy(Collections.unmodifiableMap(variables));
  }

  Path certificates(Verb verb) {
    if (verb != Verb.STANDALONE) {
      return Path.of(given("TMPDIR").orElse("/tmp"), "k8s-webhook-server", "serving-certs");
    }
    var own = Path.of("certs-dev");
    return Files.isDirectory(own) ? own : cache().resolve("jaeger-operator").resolve(own);
  }

  /** Set by the launcher when standard error is a terminal; NO_COLOR is the convention of those who want none. */
  boolean isTerminal() {
    return given("JAEGER_OPERATOR_TERMINAL").isPresent() && given("NO_COLOR").isEmpty();
  }

  Stream<String> described() {
    var plain = Stream.of(WATCHED, "POD_NAMESPACE", "OPERATOR_NAME", "KUBECONFIG")
        .flatMap(name -> given(name).map(value -> name + "=" + value).stream());
    var proxies = proxy().variables().entrySet().stream()
        .map(set -> set.getKey() + "=" + Redaction.ofProxy(set.getValue()));
    return Stream.concat(plain, proxies).map(shown -> shown + " of the environment");
  }

  private Path cache() {
    return given("XDG_CACHE_HOME")
        .map(Path::of)
        .or(() -> given("HOME").map(home -> Path.of(home, ".cache")))
        .orElseGet(() -> Path.of(given("TMPDIR").orElse("/tmp")));
  }

  private Optional<String> namespaceOfTheAccount() {
    if (given("OSDK_FORCE_RUN_MODE").filter("local"::equals).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(OWN_NAMESPACE).strip()).filter(text -> !text.isEmpty());
    } catch (IOException outsideOfACluster) {
      return Optional.empty();
    }
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
