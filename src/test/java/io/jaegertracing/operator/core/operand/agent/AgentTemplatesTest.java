package io.jaegertracing.operator.core.operand.agent;

import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.AgentTemplate.Port;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.support.Trees;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgentTemplatesTest {
  @Test
  void argumentsAreSortedAndLeaveOutTheTagsOfTheWorkload() {
    assertThat(template("{agent: {options: {log-level: info, a: [z, b]}}}").arguments())
        .containsExactly(
            "--a=b",
            "--a=z",
            "--log-level=info",
            "--reporter.grpc.host-port=dns:///one-collector-headless.obs.svc:14250");
    assertThat(template("{}").container().has("args")).isFalse();
  }

  @Test
  void tagsOfTheOptionsAreKnown() {
    assertThat(template("{}").tags()).isEmpty();
    assertThat(template("{agent: {options: {agent.tags: 'a=b,c=d'}}}").tags()).contains("a=b,c=d");
    assertThat(template("{agent: {options: {agent: {tags: [a=b, c=d]}}}}").tags())
        .contains("c=d");
  }

  @Test
  void portsAreThoseOfTheOptionsOrTheUsualOnes() {
    var options = "{agent: {options: {http-server.host-port: ':1', admin-http-port: ':2',"
        + " processor.jaeger-compact.server-host-port: '0.0.0.0:3'}}}";
    assertThat(template(options).ports())
        .containsExactly(
            new Port("zk-compact-trft", 5775, "UDP", false),
            new Port("config-rest", 1, "TCP", true),
            new Port("jg-compact-trft", 3, "UDP", true),
            new Port("jg-binary-trft", 6832, "UDP", false),
            new Port("admin-http", 2, "TCP", true));
  }

  @Test
  void onlyWhatTheAgentBringsItselfIsAttached() {
    var spec = "{volumes: [{name: common, emptyDir: {}}], imagePullSecrets: [{name: common}],"
        + " agent: {volumes: [{name: own, emptyDir: {}}], imagePullSecrets: [{name: own}]}}";
    assertThat(template(spec).volumes()).isEqualTo(Trees.of("[{name: own, emptyDir: {}}]"));
    assertThat(template(spec).pullSecrets()).isEqualTo(Trees.of("[{name: own}]"));
  }

  @Test
  void onOpenShiftTheBundlesOfTheClusterAreMounted() {
    var template = Jaegers.template(Jaegers.onOpenShift("obs", "one", "{}"));
    assertThat(template.volumes().findValuesAsText("name"))
        .contains("one-trusted-ca", "one-service-ca");
    assertThat(template.container().at("/volumeMounts").findValuesAsText("mountPath"))
        .containsExactlyInAnyOrder(
            "/etc/pki/ca-trust/extracted/pem", "/etc/pki/ca-trust/source/service-ca");
    assertThat(template.arguments())
        .contains(
            "--reporter.grpc.tls.enabled=true",
            "--reporter.grpc.tls.ca=/etc/pki/ca-trust/source/service-ca/service-ca.crt");
  }

  @Test
  void amountsOfTheAgentComeBeforeThoseOfTheJaeger() {
    var spec =
        "{resources: {limits: {cpu: '1', memory: 1Gi}}, agent: {resources: {limits: {cpu: '2'}}}}";
    assertThat(template(spec).container().path("resources"))
        .isEqualTo(Trees.of("{limits: {cpu: '2', memory: 1Gi}}"));
  }

  @Test
  void theProxyOfTheOperatorIsThatOfTheAgent() {
    var instance =
        Jaegers.of("obs", "one", Trees.of("{}"), Jaegers.platform(false, Map.of("NO_PROXY", "x")));
    assertThat(Jaegers.template(instance).container().path("env").findValuesAsText("name"))
        .containsExactly("POD_NAME", "HOST_IP", "NO_PROXY", "no_proxy");
  }

  /** Or no stored sidecar would ever equal its template. */
  @Test
  void numbersHaveTheTypesThatTheyHaveInARequest() {
    var container =
        template("{agent: {sidecarSecurityContext: {runAsUser: 1000}}}").container();
    assertThat(container).isEqualTo(Trees.literal(container.toString()));
    assertThat(container.at("/securityContext/runAsUser").isInt()).isTrue();
  }

  private static AgentTemplate template(String spec) {
    return Jaegers.template(Jaegers.of("obs", "one", spec));
  }
}
