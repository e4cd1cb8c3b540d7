package io.jaegertracing.operator.core.operand.agent;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.core.operand.workload.QueryDeployment;
import io.jaegertracing.operator.core.plan.Agents;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.StoragePlans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SidecarTest {
  private static final String INJECTED = "sidecar.jaegertracing.io/injected";

  private static Deployment query(JaegerPlan plan) {
    return QueryDeployment.desired(plan).findFirst().orElseThrow();
  }

  private static Deployment injected(Plans plans, Agents agent) {
    var plan = StoragePlans.with(plans.build(), agent);
    return query(plan);
  }

  private static List<Container> containers(Plans plans, Agents agent) {
    return injected(plans, agent).getSpec().getTemplate().getSpec().getContainers();
  }

  private static Container agent(Agents agent) {
    return containers(Plans.of(Strategy.STREAMING), agent).get(1);
  }

  @Test
  void leavesOtherStrategiesAndUntracedProgramsAlone() {
    var production = Plans.of(Strategy.PRODUCTION).build();
    assertThat(Sidecar.into(production, query(production))).isEqualTo(query(production));
    assertThat(query(production).getMetadata().getLabels()).doesNotContainKey(INJECTED);
    var untraced = Plans.of(Strategy.STREAMING).query(query -> query.untraced()).build();
    assertThat(Sidecar.into(untraced, query(untraced))).isEqualTo(query(untraced));
    assertThat(query(untraced).getMetadata().getLabels()).doesNotContainKey(INJECTED);
  }

  @Test
  void marksTheDeploymentAndNeitherItsSelectorNorItsPods() {
    var deployment = injected(Plans.of(Strategy.STREAMING), new Agents());
    assertThat(deployment.getMetadata().getLabels()).containsEntry(INJECTED, "simple");
    assertThat(deployment.getSpec().getSelector().getMatchLabels()).doesNotContainKey(INJECTED);
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .doesNotContainKey(INJECTED);
  }

  @Test
  void tellsWhereItRuns() {
    assertThat(agent(new Agents()).getArgs())
        .containsExactly(
            "--agent.tags=cluster=undefined,container.name=jaeger-query,deployment.name=simple-query,"
                + "host.ip=${HOST_IP:},pod.name=${POD_NAME:},pod.namespace=tracing",
            "--reporter.grpc.host-port=dns:///simple-collector-headless.tracing.svc:14250");
    assertThat(agent(new Agents().flag("agent.tags", "a=b")).getArgs())
        .contains("--agent.tags=a=b");
    assertThat(agent(new Agents()).getEnv())
        .extracting(EnvVar::getName)
        .containsExactly("POD_NAME", "HOST_IP", "NO_PROXY", "no_proxy");
  }

  @Test
  void tracesEveryContainerThatIsThereAndNamesNoneOfSeveral() {
    var plans = Plans.of(Strategy.STREAMING).behindLogin(Plans.plainLogin());
    var containers = containers(plans, new Agents());
    assertThat(containers)
        .extracting(Container::getName)
        .containsExactly("jaeger-query", "oauth-proxy", "jaeger-agent");
    assertThat(containers.subList(0, 2))
        .allSatisfy(container -> assertThat(container.getEnv())
            .contains(
                new EnvVar("JAEGER_SERVICE_NAME", "simple.tracing", null),
                new EnvVar("JAEGER_PROPAGATION", "jaeger,b3,w3c", null)));
    assertThat(containers.get(2).getArgs().get(0))
        .startsWith("--agent.tags=cluster=undefined,deployment.name=");
  }

  @Test
  void isNotAskedForItsHealthWhereAnotherContainerWouldAnswer() {
    var plans =
        Plans.of(Strategy.STREAMING).query(query -> query.flag("admin.http.host-port", ":14271"));
    assertThat(containers(plans, new Agents()).get(1).getLivenessProbe()).isNull();
    assertThat(agent(new Agents()).getReadinessProbe().getHttpGet().getPort().getIntVal())
        .isEqualTo(14271);
  }

  @Test
  void bringsItsOwnVolumesSecretsAndRights() {
    var own = Common.merge(Commons.mount("run", "/run"), Commons.pullSecrets("own"));
    var rights = new SecurityContextBuilder().withRunAsUser(6L).build();
    var plans = Plans.of(Strategy.STREAMING).common(Commons.pullSecrets("all"));
    var pod = injected(plans, new Agents().own(own).besideAs(rights))
        .getSpec()
        .getTemplate()
        .getSpec();
    assertThat(pod.getVolumes()).extracting(volume -> volume.getName()).contains("run");
    assertThat(pod.getImagePullSecrets())
        .containsExactly(new LocalObjectReference("all"), new LocalObjectReference("own"));
    var agent = pod.getContainers().get(1);
    assertThat(agent.getVolumeMounts())
        .extracting(mount -> mount.getMountPath())
        .containsExactly("/run");
    assertThat(agent.getSecurityContext()).isEqualTo(rights);
  }

  @Test
  void trustsTheClusterOnOpenShift() {
    var plans = Plans.of(Strategy.STREAMING).onOpenShift();
    var containers = containers(plans, new Agents());
    assertThat(containers.get(1).getArgs()).contains("--reporter.grpc.tls.enabled=true");
    assertThat(containers.get(1).getVolumeMounts())
        .extracting(mount -> mount.getName())
        .containsExactly("simple-trusted-ca", "simple-service-ca");
  }

  @Test
  void ignoresLabelsOfUsersInTheServiceName() {
    var plans = Plans.of(Strategy.STREAMING)
        .ownedBy("other", "")
        .common(Commons.labels(Map.of("app.kubernetes.io/instance", "mine")));
    assertThat(containers(plans, new Agents()).get(0).getEnv())
        .contains(new EnvVar("JAEGER_SERVICE_NAME", "other.default", null));
  }
}
