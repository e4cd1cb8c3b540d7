package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.Instance.Rendered;
import io.jaegertracing.operator.core.operand.agent.AgentTemplates;
import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.support.Trees;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.stream.Collectors.toMap;

/** Jaegers for tests, planned and rendered as the operator does it. */
public final class Jaegers {
  private static final Images IMAGES = new Images(
      Arrays.stream(Images.Component.values())
          .collect(toMap(component -> component, Jaegers::image)),
      "1.76.0",
      "1.62.0");

  private Jaegers() {}

  public static Instance plain(String namespace, String name) {
    return of(namespace, name, "{}");
  }

  /** With this spec, as YAML. */
  public static Instance of(String namespace, String name, String spec) {
    return of(namespace, name, Trees.of(spec), platform(false, Map.of()));
  }

  public static Instance onOpenShift(String namespace, String name, String spec) {
    return of(namespace, name, Trees.of(spec), platform(true, Map.of()));
  }

  public static Instance of(String namespace, String name, JsonNode spec, Platform platform) {
    var jaeger = Trees.map("{apiVersion: jaegertracing.io/v1, kind: Jaeger}");
    jaeger.putObject("metadata").put("name", name).put("namespace", namespace);
    jaeger.set("spec", spec);
    var planned = Planner.plan(
        JaegerReader.read(new Document("test", 1, jaeger.toString()).tree()), platform);
    var rendered = planned instanceof Planned.Ready ready
        ? new Rendered.Ready(AgentTemplates.of(ready.plan()))
        : new Rendered.Refused(((Planned.Refused) planned).reasons());
    return new Instance(namespace, name, false, Optional.empty(), rendered);
  }

  public static Instance terminating(Instance instance) {
    return new Instance(
        instance.namespace(), instance.name(), true, instance.operatedBy(), instance.rendered());
  }

  public static Instance operatedBy(String operator, Instance instance) {
    return new Instance(
        instance.namespace(),
        instance.name(),
        instance.terminating(),
        Optional.of(operator),
        instance.rendered());
  }

  public static Instance refused(String namespace, String name, String reason) {
    return new Instance(
        namespace, name, false, Optional.empty(), new Rendered.Refused(List.of(reason)));
  }

  public static AgentTemplate template(Instance instance) {
    return ((Rendered.Ready) instance.rendered()).template();
  }

  public static Platform platform(boolean openShift, Map<String, String> proxy) {
    return new Platform(
        openShift,
        "batch/v1",
        "autoscaling/v2",
        Optional.empty(),
        true,
        IMAGES,
        proxy,
        Optional.empty(),
        false,
        new KubernetesVersion(1, 36));
  }

  private static String image(Images.Component component) {
    return "jaegertracing/jaeger-" + component.name().toLowerCase(java.util.Locale.ROOT);
  }
}
