package io.jaegertracing.operator.core.inspection;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.jaegertracing.operator.core.plan.checking.Amounts;
import io.jaegertracing.operator.core.plan.checking.Sleeps;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the API server insists on in one container of a Pod. */
record ContainerRules(PodSpec pod, Findings findings) {
  void check(Container container, String place) {
    ports(container, place);
    mounts(container, place);
    variables(container, place);
    Optional.ofNullable(container.getLifecycle())
        .ifPresent(hooks -> new Sleeps(findings)
            .check(place + ".lifecycle", hooks, pod.getTerminationGracePeriodSeconds()));
    var resources =
        Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new);
    new Amounts(place + ".resources", findings)
        .check(resources.getRequests(), resources.getLimits());
  }

  /** One that runs beside the others from the start is watched like them. */
  void init(Container container, String place) {
    check(container, place);
    if (!"Always".equals(container.getRestartPolicy())) {
      var useless = new LinkedHashMap<String, Object>();
      Optional.ofNullable(container.getLivenessProbe())
          .ifPresent(probe -> useless.put("livenessProbe", probe));
      Optional.ofNullable(container.getReadinessProbe())
          .ifPresent(probe -> useless.put("readinessProbe", probe));
      Optional.ofNullable(container.getStartupProbe())
          .ifPresent(probe -> useless.put("startupProbe", probe));
      Optional.ofNullable(container.getLifecycle())
          .ifPresent(hooks -> useless.put("lifecycle", hooks));
      useless
          .keySet()
          .forEach(name -> findings.refuse(
              Rule.CONTRADICTION,
              place + "." + name,
              "an init container that ends and " + name,
              "remove it, or write restartPolicy: Always beside it"));
    }
  }

  private void ports(Container container, String place) {
    var names = new HashSet<String>();
    var numbers = new HashSet<List<Object>>();
    for (var i = 0; i < container.getPorts().size(); i++) {
      var port = container.getPorts().get(i);
      if (port.getContainerPort() != null
          && !numbers.add(List.of(
              port.getContainerPort(), Objects.requireNonNullElse(port.getProtocol(), "TCP")))) {
        findings.refuse(
            Rule.OUT_OF_RANGE,
            place + ".ports[" + i + "].containerPort",
            port.getContainerPort(),
            "another port of this container has this number; keep one of them");
      }
      var name = port.getName();
      if (name != null && !name.isEmpty() && !names.add(name)) {
        findings.refuse(
            Rule.BAD_VALUE,
            place + ".ports[" + i + "].name",
            Words.quoted(name),
            "another port of this container has this name; choose one of its own");
      }
    }
  }

  /** Whatever the API server does with two at their creation, it takes none when they are applied. */
  private void variables(Container container, String place) {
    var names = new HashSet<String>();
    for (var i = 0; i < container.getEnv().size(); i++) {
      var name = container.getEnv().get(i).getName();
      if (name != null && !names.add(name)) {
        findings.refuse(
            Rule.BAD_VALUE,
            place + ".env[" + i + "].name",
            Words.quoted(name),
            "another variable of this container has this name; keep one of them");
      }
    }
  }

  private void mounts(Container container, String place) {
    var volumes = volumes();
    Map<String, Integer> paths = new LinkedHashMap<>();
    for (var i = 0; i < container.getVolumeMounts().size(); i++) {
      var mount = container.getVolumeMounts().get(i);
      var field = place + ".volumeMounts[" + i + "]";
      if (mount.getName() != null && !volumes.contains(mount.getName())) {
        findings.refuse(
            Rule.BAD_MOUNT,
            field + ".name",
            Words.quoted(mount.getName()),
            "there is no volume of this name; add it to volumes");
      }
      if (mount.getMountPath() != null && paths.putIfAbsent(mount.getMountPath(), i) != null) {
        findings.refuse(
            Rule.BAD_MOUNT,
            field + ".mountPath",
            Words.quoted(mount.getMountPath()),
            "two volumes cannot be mounted on one path; choose another for one");
      }
    }
  }

  private Set<String> volumes() {
    return pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
  }
}
