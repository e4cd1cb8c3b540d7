package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Platform;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pieces of which the Pods of every operand are made. */
public final class Pods {
  private Pods() {}

  /** For a Pod whose metrics are read at this port. */
  public static SortedMap<String, String> scraped(int port) {
    return new TreeMap<>(Map.of(
        "prometheus.io/scrape",
        "true",
        "prometheus.io/port",
        Integer.toString(port),
        "linkerd.io/inject",
        "disabled"));
  }

  /** Istio stays out, too, unless the user has an opinion. */
  public static SortedMap<String, String> outsideTheMesh(Map<String, String> annotations) {
    var all = new TreeMap<>(annotations);
    all.putIfAbsent("sidecar.istio.io/inject", "false");
    return all;
  }

  /** What a user may say of a Pod. */
  public static PodSpecBuilder spec(Common common, Owner owner) {
    return new PodSpecBuilder()
        .withServiceAccountName(common.serviceAccount().orElse(owner.name()))
        .withImagePullSecrets(common.imagePullSecrets())
        .withVolumes(common.volumes())
        .withAffinity(common.affinity().orElse(null))
        .withTolerations(common.tolerations())
        .withSecurityContext(common.securityContext().orElse(null))
        .withNodeSelector(common.pod().nodeSelector())
        .withPriorityClassName(common.pod().priorityClass().orElse(null));
  }

  /** Without a selector Kubernetes would count no Pod at all. */
  public static List<TopologySpreadConstraint> spread(Common common, Map<String, String> selected) {
    return common.pod().spread().stream()
        .map(rule -> rule.getLabelSelector() == null
            ? new TopologySpreadConstraintBuilder(rule)
                .withNewLabelSelector()
                .withMatchLabels(selected)
                .endLabelSelector()
                .build()
            : rule)
        .toList();
  }

  /** Ours, then the user's, who may take the place of ours. */
  public static List<EnvVar> variables(List<EnvVar> ours, Common common) {
    var users = common.pod().variables();
    var taken = users.stream().map(EnvVar::getName).toList();
    return Stream.concat(
            ours.stream().filter(variable -> !taken.contains(variable.getName())), users.stream())
        .toList();
  }

  /** What a user may say of the container in it. */
  public static ContainerBuilder container(Common common) {
    return new ContainerBuilder()
        .withVolumeMounts(common.volumeMounts())
        .withResources(common.resources())
        .withImagePullPolicy(common.imagePullPolicy().orElse(null))
        .withSecurityContext(common.containerSecurityContext().orElse(null));
  }

  /** The user's own probe replaces ours as a whole. */
  public static Probe liveness(Common common, int adminPort) {
    return common
        .livenessProbe()
        .orElseGet(() -> answering(adminPort)
            .withInitialDelaySeconds(5)
            .withPeriodSeconds(15)
            .withFailureThreshold(5)
            .build());
  }

  public static Probe readiness(Common common, int adminPort) {
    return common
        .pod()
        .readiness()
        .orElseGet(() -> answering(adminPort).withInitialDelaySeconds(1).build());
  }

  /** An empty value is left out: the API server reads both alike. */
  public static EnvVar variable(String name, String value) {
    return new EnvVarBuilder()
        .withName(name)
        .withValue(value.isEmpty() ? null : value)
        .build();
  }

  public static List<EnvVar> proxy(Platform platform) {
    return platform.proxyVariables().stream()
        .map(variable -> variable(variable.name(), variable.value()))
        .toList();
  }

  /** Every key of these Secrets as a variable, and of what the user names. */
  public static List<EnvFromSource> sources(Stream<String> secrets, Common common) {
    var ours = secrets.map(name -> new EnvFromSourceBuilder()
        .withNewSecretRef()
        .withName(name)
        .endSecretRef()
        .build());
    return Stream.concat(ours, common.pod().sources().stream()).toList();
  }

  public static ContainerPort port(String name, int number) {
    return new ContainerPortBuilder().withName(name).withContainerPort(number).build();
  }

  public static ContainerPort udpPort(String name, int number) {
    return new ContainerPortBuilder(port(name, number)).withProtocol("UDP").build();
  }

  private static ProbeBuilder answering(int port) {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath("/")
        .withPort(new IntOrString(port))
        .endHttpGet();
  }
}
