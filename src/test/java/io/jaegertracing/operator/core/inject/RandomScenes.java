package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Policy.NativeSidecars;
import io.jaegertracing.operator.core.inject.limits.Limits;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.core.scope.WatchedText;
import io.jaegertracing.operator.support.Seeded;
import io.jaegertracing.operator.support.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clusters around random workloads: Jaegers j1, j2 and long ones, a namespace that says this or that, owners, ConfigMaps and settings. */
public record RandomScenes(Seeded random) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  public static Scene next(Seeded random) {
    return new RandomScenes(random).scene();
  }

  private Scene scene() {
    var openShift = random.chance(20);
    var instances = new ArrayList<Instance>();
    if (random.chance(90)) {
      instances.add(instance(random.word("shop", "obs", "b"), "j1", openShift));
    }
    if (random.chance(25)) {
      instances.add(instance("shop", "j2", openShift));
    }
    if (random.chance(8)) {
      instances.add(instance("b", "j".repeat(70) + random.word("1", "2"), openShift));
    }
    var policy = new Policy(
        RandomWorkloads.KINDS,
        random.chance(85) ? Level.BOTH : random.one(List.of(Level.values())),
        random.chance(70) ? NativeSidecars.AUTO : random.one(List.of(NativeSidecars.values())),
        watched(),
        "us/me",
        openShift);
    var scene = new Scene(
        policy,
        instances,
        Map.of(Scene.NAMESPACE, namespace()),
        Limits.NONE,
        random.chance(80),
        answers());
    return random.chance(90) ? scene : scene.withoutNamespaces();
  }

  private Watched watched() {
    if (random.chance(85)) {
      return Watched.EVERYTHING;
    }
    return random.chance(50)
        ? Watched.of("shop", "obs")
        : WatchedText.read(random.word("!team", "team=a", "team!=a")).watched();
  }

  private Meta namespace() {
    var metadata = JSON.objectNode().put("name", Scene.NAMESPACE);
    if (random.chance(60)) {
      metadata
          .withObject("/" + random.word("annotations", "annotations", "labels"))
          .put(Wellknown.INJECT, random.word("true", "true", "true", "j1", "j2", "false", "x/y/z"));
    }
    if (random.chance(30)) {
      metadata
          .withObject("/labels")
          .put("pod-security.kubernetes.io/enforce", random.word("baseline", "restricted"));
    }
    return Meta.of(metadata);
  }

  private Map<Lookup, Answer> answers() {
    var answers = new HashMap<Lookup, Answer>();
    answers.put(configMap("settings"), keys("JAEGER_SERVICE_NAME", "SERVICE_NAME", "OTHER"));
    answers.put(configMap("plain"), keys("OTHER"));
    answers.put(configMap("silent"), new Answer.Unanswered("too late"));
    answers.put(new Lookup.OfNamespace(Scene.NAMESPACE), namespaceAnswer());
    for (var apiVersion : List.of("apps/v1", "v1", "argoproj.io/v1alpha1")) {
      for (var kind : List.of("ReplicaSet", "StatefulSet", "Workflow", "Rollout", "TaskRun")) {
        answers.put(new Lookup.OfOwner(Scene.NAMESPACE, apiVersion, kind, "owner", "u1"), owner());
      }
    }
    return answers;
  }

  private static Lookup configMap(String name) {
    return new Lookup.OfConfigMap(Scene.NAMESPACE, name);
  }

  private static Answer keys(String... keys) {
    var object = JSON.objectNode();
    Arrays.stream(keys).forEach(key -> object.withObject("/data").put(key, "x"));
    return new Answer.Found(object);
  }

  private Answer namespaceAnswer() {
    return random.chance(50) ? new Answer.Unanswered("too late") : new Answer.Found(asking("true"));
  }

  private Answer owner() {
    return switch (random.below(3)) {
      case 0 -> new Answer.Absent();
      case 1 -> new Answer.Unanswered("too late");
      default -> new Answer.Found(asking(random.word("true", "false", "j1")));
    };
  }

  private static ObjectNode asking(String value) {
    var object = JSON.objectNode();
    object.withObject("/metadata/annotations").put(Wellknown.INJECT, value);
    return object;
  }

  public Instance instance(String namespace, String name, boolean openShift) {
    var instance = Jaegers.of(
        namespace,
        name,
        spec(),
        Jaegers.platform(
            openShift, random.chance(20) ? Map.of("NO_PROXY", random.word("x", "")) : Map.of()));
    if (random.chance(4)) {
      return Jaegers.terminating(instance);
    }
    return random.chance(4) ? Jaegers.operatedBy("somebody/else", instance) : instance;
  }

  private JsonNode spec() {
    var spec = JSON.objectNode();
    if (random.chance(50)) {
      return spec;
    }
    var agent = spec.putObject("agent");
    options(agent);
    if (random.chance(30)) {
      agent.put("image", random.word("my/agent", "my/agent:latest", "my/agent@sha256:0"));
    }
    if (random.chance(30)) {
      agent
          .putObject("resources")
          .putObject(random.word("limits", "requests"))
          .put(random.word("cpu", "memory"), random.word("1000m", "0.50", "1024Mi", "1e3"));
    }
    if (random.chance(30)) {
      agent.set(
          "volumes",
          Trees.of("[{name: agent-volume, emptyDir: {}}, {name: v2, secret: {secretName: s}}]"));
      agent.set("volumeMounts", Trees.of("[{name: agent-volume, mountPath: /v, readOnly: false}]"));
    }
    if (random.chance(30)) {
      agent.set("imagePullSecrets", Trees.of("[{name: agent-secret}, {name: pull}]"));
    }
    if (random.chance(30)) {
      agent.set(
          "sidecarSecurityContext",
          Trees.of(random.word(
              "{runAsUser: 0}",
              "{privileged: true}",
              "{runAsNonRoot: true}",
              "{capabilities: {add: [NET_ADMIN]}}",
              "{seccompProfile: {type: Localhost, localhostProfile: p}}")));
    }
    return spec;
  }

  private void options(ObjectNode agent) {
    if (random.chance(40)) {
      agent.set(
          "options",
          Trees.of(
              random.word(
                  "{agent.tags: 'a=b'}",
                  "{log-level: info}",
                  "{admin.http.host-port: ':14300'}",
                  "{http-server.host-port: ':8080'}",
                  "{reporter.grpc.host-port: 'elsewhere:1'}",
                  "{processor.zipkin-compact.server-host-port: ':1', http-server.host-port: ':2',"
                      + " processor.jaeger-compact.server-host-port: ':3',"
                      + " processor.jaeger-binary.server-host-port: ':4', admin.http.host-port: ':5'}")));
    }
  }
}
