package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.support.Seeded;
import java.util.List;
import java.util.Map;

/** Workloads as users, other operators and other versions of Kubernetes write them, for the better or the worse. */
public final class RandomWorkloads {
  public static final WorkloadKinds KINDS =
      WorkloadKinds.ALL.with("example.com/v1/gadgets:/spec/deep/er/template");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> NAMES =
      List.of("web", "db", "a-b", "x".repeat(63), "jaeger", "sidecar");

  private final Seeded random;
  private final RandomJunk junk;

  private RandomWorkloads(Seeded random) {
    this.random = random;
    this.junk = new RandomJunk(random);
  }

  /** One workload; its body as it comes over the wire. */
  public record Sample(WorkloadKind kind, String operation, String body) {}

  public static Sample next(Seeded random) {
    return new RandomWorkloads(random).sample();
  }

  private Sample sample() {
    var kind = random.one(KINDS.rows());
    var workload = JSON.objectNode().put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    metadata(workload, 40);
    var template = workload;
    for (var step : kind.template()) {
      template = template.putObject(step);
    }
    if (!kind.isPod() && random.chance(90)) {
      metadata(template, 20);
    }
    template.set("spec", pod());
    if (kind.isPod() && random.chance(40)) {
      owner(workload);
    }
    if (random.chance(2)) {
      ((ObjectNode) template.at("/spec/containers/0")).put("name", "jaeger-agent");
    } else if (random.chance(15)) {
      injectedByGo(workload, (ObjectNode) template.get("spec"));
    }
    if (random.chance(60)) {
      junk.sprinkle(workload);
    }
    if (random.chance(4)) {
      junk.spoil(workload);
    }
    var operation = random.one(kind.operations().stream().sorted().toList());
    return new Sample(kind, operation, workload.toString());
  }

  private void metadata(ObjectNode holder, int askingPercent) {
    var metadata = holder.putObject("metadata");
    switch (random.below(6)) {
      case 0 -> metadata.put("generateName", "app-");
      case 1 -> metadata.put("name", "n".repeat(253));
      default -> metadata.put("name", random.one(NAMES));
    }
    if (random.chance(5)) {
      metadata.putNull(random.word("annotations", "labels"));
    }
    if (random.chance(askingPercent)) {
      metadata.withObject("/annotations").put(Wellknown.INJECT, wish());
    }
    if (random.chance(5)) {
      metadata.withObject("/labels").put(Wellknown.INJECT, wish());
    }
    if (random.chance(40)) {
      metadata
          .withObject("/labels")
          .put(
              random.word(Wellknown.APP_LABEL, Wellknown.APP_NAME, Wellknown.APP_INSTANCE),
              random.word("shop", "jaeger", "x".repeat(63), ""));
    }
    if (random.chance(25)) {
      annotation(metadata.withObject("/annotations"));
    }
  }

  private String wish() {
    return random.word(
        "true", "true", "True", "true", "j1", "j1", "j1", "j2", "b/j1", "false", "", "!");
  }

  private void annotation(ObjectNode annotations) {
    var some = Map.of(
        Wellknown.IMAGE,
        random.word("my/agent:1", "not an image"),
        Wellknown.CPU_LIMIT,
        random.word("100m", "1", "0.50", "x"),
        Wellknown.MEMORY_REQUEST,
        random.word("64Mi", "1e3", "9Ti"),
        Wellknown.TAGS,
        random.word("a=b", "a=b,,c", "cluster=x/y~z"),
        Wellknown.LOG_LEVEL,
        random.word("debug", "loud"),
        Wellknown.SERVICE_NAME,
        random.word("mine", ""),
        Wellknown.RECORD,
        random.word("{", "[]", "null", "", "7"),
        Wellknown.PROMETHEUS_SCRAPE,
        random.word("true", "false"),
        Wellknown.PROMETHEUS_PORT,
        random.word("8080", "14271"),
        "sidecar.jaegertracing.io/imagge",
        "x");
    annotations.put(random.one(some.keySet().stream().sorted().toList()), "x");
    some.forEach((key, value) -> {
      if (annotations.has(key)) {
        annotations.put(key, value);
      }
    });
  }

  private ObjectNode pod() {
    var pod = JSON.objectNode();
    var containers = pod.putArray("containers");
    for (var some = 1 + random.below(3); some > 0; some--) {
      container(containers.addObject());
    }
    if (random.chance(20)) {
      var init = pod.putArray("initContainers");
      for (var some = random.below(3); some > 0; some--) {
        container(init.addObject());
        if (random.chance(50)) {
          ((ObjectNode) init.get(init.size() - 1)).put("restartPolicy", "Always");
        }
      }
    }
    if (random.chance(15)) {
      pod.put("restartPolicy", random.word("Always", "OnFailure", "Never"));
    }
    if (random.chance(5)) {
      pod.put("hostNetwork", random.chance(70));
    }
    if (random.chance(3)) {
      pod.putObject("os").put("name", random.word("windows", "linux"));
    }
    if (random.chance(3)) {
      pod.putObject("nodeSelector").put("kubernetes.io/os", random.word("windows", "linux"));
    }
    named(pod, "volumes", "data", "agent-volume", "j1-service-ca");
    named(pod, "imagePullSecrets", "registry", "agent-secret");
    return pod;
  }

  private void named(ObjectNode pod, String field, String... names) {
    if (random.chance(5)) {
      pod.putNull(field);
    } else if (random.chance(25)) {
      var list = pod.putArray(field);
      for (var some = random.below(3); some > 0; some--) {
        var item = list.addObject();
        if (random.chance(90)) {
          item.put("name", random.word(names));
        }
      }
    }
  }

  private void container(ObjectNode container) {
    if (random.chance(95)) {
      container.put("name", random.one(NAMES));
    }
    container.put("image", "example/app:1");
    if (random.chance(5)) {
      container.putNull(random.word("env", "envFrom", "ports", "volumeMounts"));
    }
    if (random.chance(30)) {
      environment(container.putArray("env"));
    }
    if (random.chance(20)) {
      sources(container.putArray("envFrom"));
    }
    if (random.chance(30)) {
      var port = container.putArray("ports").addObject();
      port.put("containerPort", random.one(List.of(80, 80, 8080, 8080, 14271, 14271, 6831)));
      if (random.chance(30)) {
        port.put("protocol", random.word("TCP", "UDP", "SCTP"));
      }
    }
    if (random.chance(15)) {
      container.putArray("volumeMounts").addObject().put("name", random.word("data", "scratch"));
    }
  }

  private void environment(ArrayNode env) {
    for (var some = random.below(4); some > 0; some--) {
      var variable = env.addObject();
      if (random.chance(95)) {
        variable.put(
            "name", random.word("PATH", "JAEGER_SERVICE_NAME", "JAEGER_PROPAGATION", "a/b~c"));
      }
      switch (random.below(4)) {
        case 0 -> variable.putNull("value");
        case 1 -> variable.putObject("valueFrom").putObject("fieldRef").put("fieldPath", "spec.x");
        default -> variable.put("value", random.word("", "x", "shop.shop", "jaeger,b3,w3c"));
      }
    }
  }

  private void sources(ArrayNode envFrom) {
    for (var some = random.below(3); some > 0; some--) {
      var source = envFrom.addObject();
      if (random.chance(30)) {
        source.put("prefix", random.word("JAEGER_", "X_", ""));
      }
      source
          .putObject(random.word("configMapRef", "configMapRef", "secretRef"))
          .put("name", random.word("settings", "plain", "silent", "gone"));
    }
  }

  private void owner(ObjectNode pod) {
    var controller = pod.withObject("/metadata").putArray("ownerReferences").addObject();
    var kind = random.word("ReplicaSet", "StatefulSet", "Workflow", "Rollout", "TaskRun");
    controller
        .put("apiVersion", random.word("apps/v1", "v1", "argoproj.io/v1alpha1"))
        .put("kind", kind)
        .put("name", "owner")
        .put("uid", "u1");
    controller.put("controller", random.chance(80));
    if (random.chance(30)) {
      pod.withObject("/metadata/labels").put("pod-template-hash", "abc");
    }
  }

  private void injectedByGo(ObjectNode workload, ObjectNode pod) {
    workload.withObject("/metadata/labels").put(Wellknown.INJECTED, random.word("j1", "j2", "j9"));
    if (random.chance(50)) {
      workload
          .withObject("/metadata/annotations")
          .put(Wellknown.PROMETHEUS_SCRAPE, "true")
          .put(Wellknown.PROMETHEUS_PORT, "14271");
    }
    if (random.chance(90)) {
      var agent = pod.withArray("/containers").addObject();
      agent.put("name", "jaeger-agent").put("image", "jaegertracing/jaeger-agent:1.50");
    }
  }
}
