package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ServicesTest {
  private static Service named(JaegerPlan plan, String name) {
    return Services.desired(plan)
        .filter(service -> service.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void offersTheAgentOnlyWhereItRunsInTheSameProcess() {
    assertThat(Services.desired(Plans.of(Strategy.ALL_IN_ONE).build()))
        .extracting(service -> service.getMetadata().getName())
        .containsExactly(
            "simple-collector-headless", "simple-collector", "simple-query", "simple-agent");
    assertThat(Services.desired(Plans.of(Strategy.STREAMING).build()))
        .extracting(service -> service.getMetadata().getName())
        .containsExactly("simple-collector-headless", "simple-collector", "simple-query");
  }

  @Test
  void selectsByOurLabelsWhateverTheUserCallsThePods() {
    var plan = Plans.of(Strategy.ALL_IN_ONE)
        .common(Commons.labels(Map.of("app", "mine", "team", "t")))
        .build();
    assertThat(named(plan, "simple-query").getSpec().getSelector())
        .isEqualTo(Program.ALL_IN_ONE.labels(plan.owner()))
        .doesNotContainKey("team")
        .containsEntry("app", "jaeger");
  }

  @Test
  void callsTheGrpcPortSecuredWhenTheCollectorIs() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .collector(collector -> collector.flag("collector.grpc.tls.enabled", "T"))
        .build();
    assertThat(named(plan, "simple-collector").getSpec().getPorts())
        .extracting(ServicePort::getName)
        .contains("tls-grpc-jaeger")
        .doesNotContain("grpc-jaeger");
  }

  @Test
  void leavesOtlpOutWhenTheReceiverIsToldTo() {
    var plan = Plans.of(Strategy.ALL_IN_ONE)
        .allInOne(all -> all.flag("collector.otlp.enabled", "false"))
        .build();
    assertThat(named(plan, "simple-collector-headless").getSpec().getPorts())
        .extracting(ServicePort::getName)
        .doesNotContain("grpc-otlp", "http-otlp");
  }

  @Test
  void takesPortsOfTheNodeOnlyForThatTypeOfService() {
    var asked = Plans.of(Strategy.PRODUCTION)
        .query(query -> query.service("NodePort", 30001, 0))
        .build();
    var unasked = Plans.of(Strategy.PRODUCTION)
        .query(query -> query.service("LoadBalancer", 30001, 30002))
        .build();
    assertThat(named(asked, "simple-query").getSpec().getPorts())
        .extracting(ServicePort::getName, ServicePort::getNodePort)
        .containsExactly(
            tuple("http-query", 30001), tuple("grpc-query", null), tuple("admin-http", null));
    assertThat(named(unasked, "simple-query").getSpec().getPorts())
        .extracting(ServicePort::getNodePort)
        .containsOnlyNulls();
  }

  @Test
  void putsTheLoginBeforeTheUserInterfaceAndKeepsItsAnnotationToItself() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .query(query -> query.own(Commons.annotations(Map.of("mine", "1"))))
        .behindLogin(Plans.plainLogin())
        .build();
    var query = named(plan, "simple-query");
    assertThat(query.getSpec().getPorts().get(0))
        .extracting(ServicePort::getName, ServicePort::getPort)
        .containsExactly("https-query", 443);
    assertThat(query.getMetadata().getAnnotations())
        .containsEntry(
            "service.alpha.openshift.io/serving-cert-secret-name", "simple-ui-oauth-proxy-tls");
    assertThat(plan.query().own().annotations()).containsOnlyKeys("mine");
  }
}
