package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.reconcile.setup.Setup;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.settings.Given;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Verb;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Namespaces of a test whose Jaegers are run with the rights of the shipped manifests. */
final class Backend implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Set<String> READING = Set.of("get", "list", "watch");

  /** Everything that a Jaeger becomes on a plain Kubernetes. */
  private static final List<String> RESOURCES = List.of(
      "/api/v1/serviceaccounts",
      "/api/v1/configmaps",
      "/api/v1/secrets",
      "/api/v1/services",
      "/apis/apps/v1/deployments",
      "/apis/apps/v1/daemonsets",
      "/apis/batch/v1/jobs",
      "/apis/batch/v1/cronjobs",
      "/apis/networking.k8s.io/v1/ingresses",
      "/apis/autoscaling/v2/horizontalpodautoscalers",
      "/apis/policy/v1/poddisruptionbudgets");

  private final Cluster cluster;
  private final List<String> namespaces;
  private final Settings settings;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Set<OwnedKind> declined;
  private final OtherKinds others;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private @Nullable Reconciliation running;

  private Backend(Cluster cluster, List<String> namespaces, Options options) {
    this.cluster = cluster;
    this.namespaces = namespaces;
    this.settings = settings(options.flags(), options.environment());
    this.declined = options.declined();
    this.others = OtherKinds.installed(cluster, options.others());
  }

  static Backend in(Cluster cluster, String... namespaces) {
    return of().in(cluster, namespaces);
  }

  static Backend ofTheWholeCluster(Cluster cluster) {
    return in(cluster);
  }

  static Options of(String... flags) {
    return new Options(List.of(flags), Map.of(), Set.of(), List.of());
  }

  /**
   * What the operator is told, and what it finds.
   *
   * @param others kinds that the cluster serves beside its own while the test runs
   */
  record Options(
      List<String> flags,
      Map<String, String> environment,
      Set<OwnedKind> declined,
      List<OwnedKind> others) {
    Options with(String name, String value) {
      return new Options(flags, Map.of(name, value), declined, others);
    }

    Options declining(Set<OwnedKind> kinds) {
      return new Options(flags, environment, kinds, others);
    }

    Options amid(OwnedKind... kinds) {
      return new Options(flags, environment, declined, List.of(kinds));
    }

    Backend in(Cluster cluster, String... namespaces) {
      cluster.installJaegerCrd();
      return new Backend(cluster, List.of(namespaces), this);
    }
  }

  Backend begin() {
    return begin("test-operator");
  }

  Backend begin(String identity) {
    return begin(identity, cluster.product());
  }

  Backend beginThrough(KubernetesClient client) {
    return begin("test-operator", client);
  }

  private Backend begin(String identity, KubernetesClient client) {
    running = new Reconciliation(
        new Reconciliation.Server(new Api(client), RawApis.of(client)),
        new Setup(
            Platforms.of(settings),
            identity,
            new Watched(namespaces, Optional.empty()),
            login(settings.platform()),
            declined,
            JaegerReader::read,
            settings.images().jaegerVersion()),
        Reconciliation.Pace.usual(),
        Clock.systemUTC(),
        (object, action, reason, warning, note) -> told.add(reason),
        registry);
    running.begins();
    return this;
  }

  void end() {
    if (running != null) {
      running.ends();
    }
  }

  @Override
  public void close() {
    end();
    others.close();
  }

  /** How often Jaegers were looked at with one of these results. */
  long passes(String... results) {
    return Stream.of(results)
        .map(result -> registry
            .find("jaeger_operator_reconcile_duration")
            .tag("result", result)
            .timer())
        .filter(Objects::nonNull)
        .mapToLong(Timer::count)
        .sum();
  }

  /** The reasons of Events, in order. */
  List<String> told() {
    return told;
  }

  SimpleMeterRegistry registry() {
    return registry;
  }

  RawApi admin() {
    return RawApis.admin(cluster);
  }

  void jaeger(String namespace, String name, String spec) {
    apply(namespace, """
        apiVersion: jaegertracing.io/v1
        kind: Jaeger
        metadata: {name: %s}
        spec: %s
        """.formatted(name, spec));
  }

  void apply(String namespace, String yaml) {
    var applied = cluster.kubectlWithInput(yaml, "apply", "-n", namespace, "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
  }

  /** With a manager of the kind that a client of Go has. */
  void createAs(String manager, String namespace, JsonNode object) {
    var created = cluster.kubectlWithInput(
        object.toString(), "create", "--field-manager=" + manager, "-n", namespace, "-f", "-");
    assertThat(created.exit()).as(created.err()).isZero();
  }

  boolean jobsAreDone(String namespace) {
    var jobs = admin().get("/apis/batch/v1/namespaces/" + namespace + "/jobs").path("items");
    return StreamSupport.stream(jobs.spliterator(), false)
        .allMatch(job -> job.at("/status/succeeded").asInt() > 0);
  }

  void run(String namespace, String... command) {
    var words = new ArrayList<>(List.of(command));
    words.addAll(List.of("-n", namespace));
    var ran = cluster.kubectl(words.toArray(String[]::new));
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  JsonNode jaeger(String namespace, String name) {
    return admin().get(path(namespace, name));
  }

  static String path(String namespace, String name) {
    return "/apis/jaegertracing.io/v1/namespaces/" + namespace + "/jaegers/" + name;
  }

  boolean has(String path) {
    try {
      var unused = admin().get(path);
      return true;
    } catch (ApiFailure failure) {
      return false;
    }
  }

  JsonNode deployment(String namespace, String name) {
    return admin().get("/apis/apps/v1/namespaces/" + namespace + "/deployments/" + name);
  }

  void eventually(String what, BooleanSupplier holds) {
    Eventually.holds(what, LIMIT, holds);
  }

  void eventually(String namespace, String name, String what, Predicate<JsonNode> holds) {
    try {
      eventually(what, () -> holds.test(jaeger(namespace, name)));
    } catch (AssertionError never) {
      throw new AssertionError(
          never.getMessage() + ": " + jaeger(namespace, name).path("status"), never);
    }
  }

  void eventuallyReady(String namespace, String name) {
    eventually(namespace, name, name + " is ready", Backend::isReady);
  }

  static boolean isReady(JsonNode jaeger) {
    return condition(jaeger, "Ready").path("status").asText().equals("True")
        && jaeger.at("/status/observedGeneration").equals(jaeger.at("/metadata/generation"));
  }

  static JsonNode condition(JsonNode jaeger, String type) {
    return StreamSupport.stream(jaeger.at("/status/conditions").spliterator(), false)
        .filter(condition -> condition.path("type").asText().equals(type))
        .findFirst()
        .orElseGet(() -> jaeger.path("none"));
  }

  boolean exists(String path) {
    try {
      admin().getMetadata(path);
      return true;
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return false;
      }
      throw failure;
    }
  }

  static String path(OwnedKind kind, String namespace, String name) {
    return "/apis/" + kind.apiVersion() + "/namespaces/" + namespace + "/" + kind.resource() + "/"
        + name;
  }

  /** As the operator of that kind would say it. */
  void status(OwnedKind kind, String namespace, String name, String status) {
    run(
        namespace,
        "patch",
        kind.resource() + "." + kind.group(),
        name,
        "--type=merge",
        "--patch=status: " + status);
  }

  /** What belongs to a Jaeger, as Kind/name. */
  Set<String> objects(String namespace, String jaeger) {
    return objectsOf(namespace, jaeger(namespace, jaeger).at("/metadata/uid").asText());
  }

  /** The same by the uid of the Jaeger, which may be gone. */
  Set<String> objectsOf(String namespace, String uid) {
    var found = new TreeSet<String>();
    each(namespace, (resource, object) -> {
      if (object.at("/metadata/ownerReferences/0/uid").asText().equals(uid)) {
        found.add(
            object.path("kind").asText() + "/" + object.at("/metadata/name").asText());
      }
    });
    return found;
  }

  /** Everything of the kinds that Jaegers become, with the name of its resource. */
  void each(String namespace, BiConsumer<String, JsonNode> action) {
    for (var resource : Stream.concat(RESOURCES.stream(), others.lists()).toList()) {
      var list = admin().get(resource.replaceFirst("/(\\w+)$", "/namespaces/" + namespace + "/$1"));
      var kind = list.path("kind").asText().replaceFirst("List$", "");
      for (var item : list.path("items")) {
        action.accept(resource.replaceFirst(".*/", ""), ((ObjectNode) item).put("kind", kind));
      }
    }
  }

  /** What the operator wrote in a namespace so far. */
  List<Audit.Request> writes(String namespace) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(
            request -> request.namespace().equals(namespace) && !READING.contains(request.verb()))
        .toList();
  }

  private static Setup.Login login(Settings.Platform platform) {
    return new Setup.Login(
        platform.authDelegation() == Settings.Provisioning.Wish.AUTO,
        platform
            .oauthProxyStream()
            .map(stream -> new Setup.Login.ImageStream(stream.namespace(), stream.name())));
  }

  private static Settings settings(List<String> flags, Map<String, String> environment) {
    var given = new ArrayList<>(flags);
    if (flags.stream().noneMatch(flag -> flag.startsWith("--platform"))) {
      given.add("--platform=kubernetes");
    }
    return Settings.parse(Verb.START, new Given(given, environment))
        .fold(accepted -> accepted.settings(), refused -> {
          throw new AssertionError(refused.mistakes());
        });
  }
}
