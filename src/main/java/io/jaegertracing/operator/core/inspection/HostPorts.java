package io.jaegertracing.operator.core.inspection;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Ports of the node: a Pod takes each once, and in the network of the node there is no other number for them. */
record HostPorts(PodSpec pod, Findings findings) {
  void check() {
    var taken = new HashSet<List<Object>>();
    var containers = pod.getContainers();
    for (var i = 0; i < containers.size(); i++) {
      var ports = containers.get(i).getPorts();
      for (var j = 0; j < ports.size(); j++) {
        check(ports.get(j), ".spec.containers[" + i + "].ports[" + j + "].hostPort", taken);
      }
    }
  }

  private void check(ContainerPort port, String field, HashSet<List<Object>> taken) {
    var number = Objects.requireNonNullElse(port.getHostPort(), 0);
    if (number == 0) {
      return;
    }
    if (Boolean.TRUE.equals(pod.getHostNetwork()) && !number.equals(port.getContainerPort())) {
      findings.refuse(
          Rule.OUT_OF_RANGE,
          field,
          number,
          "in the network of the node it must be the containerPort, " + port.getContainerPort());
    }
    var protocol = Objects.requireNonNullElse(port.getProtocol(), "TCP");
    if (!taken.add(List.of(protocol, Objects.requireNonNullElse(port.getHostIP(), ""), number))) {
      findings.refuse(
          Rule.OUT_OF_RANGE,
          field,
          number,
          "another port takes this one of the node; choose another");
    }
  }
}
