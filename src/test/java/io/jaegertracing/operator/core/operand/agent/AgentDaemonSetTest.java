package io.jaegertracing.operator.core.operand.agent;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.jaegertracing.operator.core.plan.Agents;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.StoragePlans;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgentDaemonSetTest {
  private static DaemonSet daemonSet(Plans plans, Agents agent) {
    return AgentDaemonSet.desired(StoragePlans.with(plans.build(), agent.onEveryNode()))
        .findFirst()
        .orElseThrow();
  }

  private static DaemonSet daemonSet(Agents agent) {
    return daemonSet(Plans.of(Strategy.PRODUCTION), agent);
  }

  private static PodSpec pod(DaemonSet daemonSet) {
    return daemonSet.getSpec().getTemplate().getSpec();
  }

  @Test
  void isAbsentWhereAgentsAreSidecars() {
    assertThat(AgentDaemonSet.desired(Plans.of(Strategy.PRODUCTION).build())).isEmpty();
  }

  @Test
  void reportsToEveryCollector() {
    assertThat(pod(daemonSet(new Agents())).getContainers().get(0).getArgs())
        .containsExactly(
            "--reporter.grpc.host-port=dns:///simple-collector-headless.tracing:14250");
  }

  @Test
  void trustsTheClusterOnOpenShiftUnlessTheUserSaysOtherwise() {
    var secured = daemonSet(Plans.of(Strategy.PRODUCTION).onOpenShift(), new Agents());
    assertThat(pod(secured).getContainers().get(0).getArgs())
        .contains(
            "--reporter.grpc.tls.enabled=true",
            "--reporter.grpc.tls.ca=/etc/pki/ca-trust/source/service-ca/service-ca.crt",
            "--reporter.grpc.tls.server-name=simple-collector-headless.tracing.svc.cluster.local");
    assertThat(pod(secured).getVolumes())
        .extracting(volume -> volume.getName())
        .containsExactly("simple-trusted-ca", "simple-service-ca");
    var open = daemonSet(
        Plans.of(Strategy.PRODUCTION).onOpenShift(),
        new Agents().flag("reporter.grpc.tls.enabled", "false"));
    assertThat(pod(open).getContainers().get(0).getArgs())
        .noneMatch(argument -> argument.startsWith("--reporter.grpc.tls.server-name"));
  }

  @Test
  void listensOnTheNodeWhereItsFlagsSay() {
    var agent = new Agents()
        .flag("processor.jaeger-compact.server-host-port", "0.0.0.0:6006")
        .flag("admin.http.host-port", ":9009");
    var container = pod(daemonSet(agent)).getContainers().get(0);
    assertThat(container.getPorts())
        .extracting(ContainerPort::getHostPort)
        .containsExactly(5775, 5778, 6006, 6832, 9009);
    assertThat(container.getLivenessProbe().getHttpGet().getPort().getIntVal()).isEqualTo(9009);
    assertThat(daemonSet(agent).getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("prometheus.io/port", "9009")
        .containsEntry("sidecar.istio.io/inject", "false");
  }

  @Test
  void changesHowNamesResolveOnlyInTheNetworkOfTheNode() {
    assertThat(pod(daemonSet(new Agents().hostNetwork(true))).getDnsPolicy())
        .isEqualTo("ClusterFirstWithHostNet");
    var inside = pod(daemonSet(new Agents().hostNetwork(false)));
    assertThat(inside.getDnsPolicy()).isNull();
    assertThat(inside.getHostNetwork()).isNull();
  }

  @Test
  void selectsByItsOwnLabelsAlone() {
    var labelled =
        daemonSet(new Agents().own(Commons.labels(Map.of("app", "mine", "team", "core"))));
    assertThat(labelled.getSpec().getSelector().getMatchLabels())
        .containsEntry("app", "jaeger")
        .doesNotContainKey("team");
    assertThat(labelled.getSpec().getTemplate().getMetadata().getLabels())
        .containsEntry("app", "jaeger")
        .containsEntry("team", "core");
  }

  @Test
  void pullsWithEverySecretThatIsNamed() {
    var plans = Plans.of(Strategy.PRODUCTION).common(Commons.pullSecrets("all"));
    var pod = pod(daemonSet(plans, new Agents().own(Commons.pullSecrets("own"))));
    assertThat(pod.getImagePullSecrets())
        .containsExactly(new LocalObjectReference("own"), new LocalObjectReference("all"));
  }
}
