package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortConflictsTest {
  private static final App APP = App.deployment().asking("true");

  @ParameterizedTest
  @CsvSource({
    "5775, UDP, port-conflict",
    "5775, TCP, injected",
    "5778, TCP, port-conflict",
    "5778, UDP, injected",
    "6831, UDP, port-conflict",
    "6832, UDP, port-conflict",
    "6832, SCTP, injected",
    "14271, TCP, injected",
    "8080, TCP, injected"
  })
  void aPortOfTheSameProtocolIsTaken(int port, String protocol, String reason) {
    var app = listening("{containerPort: " + port + ", protocol: " + protocol + "}");
    assertThat(Scene.simple().reason(app).code()).isEqualTo(reason);
  }

  @Test
  void theTakenPortItsContainerAndTheRemedyAreNamed() {
    assertThat(Scene.simple().finding(listening("{containerPort: 5778}")).detail())
        .isEqualTo("container web listens on 5778/TCP, the agent's config-rest;"
            + " choose another port in spec.agent.options");
  }

  @Test
  void theAdminPortMovesToTheNextOneThatIsFree() {
    var app = listening("{containerPort: 14271}, {containerPort: 14272}");
    var admitted = Scene.simple().admitted(app);
    var agent = admitted.agent();
    assertThat(agent.path("args").toString()).contains("\"--admin.http.host-port=:14273\"");
    assertThat(agent.at("/ports/4/containerPort").asInt()).isEqualTo(14273);
    assertThat(agent.at("/livenessProbe/httpGet/port").asInt()).isEqualTo(14273);
    assertThat(agent.at("/readinessProbe/httpGet/port").asInt()).isEqualTo(14273);
    assertThat(
            admitted.templateMetadata().at("/annotations/prometheus.io~1port").asText())
        .isEqualTo("14273");
    assertThat(Scene.simple().judge(admitted).patch()).isEmpty();
  }

  @Test
  void theAdminPortDoesNotMoveOntoAnotherPortOfTheAgent() {
    var near = Jaegers.of("a", "a", "{agent: {options: {http-server.host-port: ':14272'}}}");
    var admitted = Scene.of(near).admitted(listening("{containerPort: 14271}"));
    assertThat(admitted.agent().at("/ports/4/containerPort").asInt()).isEqualTo(14273);
  }

  @Test
  void aChosenAdminPortIsNotMoved() {
    var chosen = Jaegers.of("a", "a", "{agent: {options: {admin.http.host-port: ':9'}}}");
    assertThat(Scene.of(chosen).reason(listening("{containerPort: 9}")))
        .isEqualTo(Reason.PORT_CONFLICT);
    assertThat(Scene.of(chosen).reason(listening("{containerPort: 14271}")))
        .isEqualTo(Reason.INJECTED);
  }

  @Test
  void anotherPortInTheOptionsIsTheWayOut() {
    var chosen = Jaegers.of("a", "a", "{agent: {options: {http-server.host-port: ':5779'}}}");
    assertThat(Scene.of(chosen).reason(listening("{containerPort: 5778}")))
        .isEqualTo(Reason.INJECTED);
    assertThat(Scene.of(chosen).reason(listening("{containerPort: 5779}")))
        .isEqualTo(Reason.PORT_CONFLICT);
  }

  @Test
  void initContainersCountWhenTheyKeepRunning() {
    var ends = "[{name: a, ports: [{containerPort: 5778}]}]";
    var stays = "[{name: a, restartPolicy: Always, ports: [{containerPort: 5778}]}]";
    assertThat(Scene.simple().reason(APP.pod("initContainers", ends))).isEqualTo(Reason.INJECTED);
    assertThat(Scene.simple().reason(APP.pod("initContainers", stays)))
        .isEqualTo(Reason.PORT_CONFLICT);
  }

  @Test
  void theNetworkOfTheNodeNeedsAllPortsToBeChosen() {
    var app = APP.pod("hostNetwork", "true");
    var four = "admin.http.host-port: ':1', http-server.host-port: ':2',"
        + " processor.jaeger-compact.server-host-port: ':3',"
        + " processor.jaeger-binary.server-host-port: ':4'";
    var some = Jaegers.of("a", "a", "{agent: {options: {" + four + "}}}");
    assertThat(Scene.of(some).reason(app)).isEqualTo(Reason.HOST_NETWORK);
    assertThat(Scene.of(some).finding(app).detail()).contains("spec.agent.options of a/a");
    var all = Jaegers.of(
        "a",
        "a",
        "{agent: {options: {" + four + ", processor.zipkin-compact.server-host-port: ':5'}}}");
    assertThat(Scene.of(all).reason(app)).isEqualTo(Reason.INJECTED);
    assertThat(Scene.simple().reason(APP.pod("hostNetwork", "false"))).isEqualTo(Reason.INJECTED);
  }

  private static App listening(String ports) {
    return APP.pod("containers", "[{name: web, ports: [" + ports + "]}]");
  }
}
