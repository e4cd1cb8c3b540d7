package io.jaegertracing.operator.core.operand.exposure;

import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {
  private static String name(String instance, int lengthOfNamespace) {
    return Routes.name(new Owner(instance, "n".repeat(lengthOfNamespace), "uid-1"));
  }

  @Test
  void existsOnOpenShiftOnly() {
    assertThat(Routes.desired(Plans.of(Strategy.PRODUCTION).build())).isEmpty();
    assertThat(ConsoleLinks.desired(Plans.of(Strategy.PRODUCTION).build())).isEmpty();
  }

  @Test
  void endsTlsAtTheRouterUnlessTheLoginHasACertificate() {
    var open = Routes.desired(Plans.of(Strategy.PRODUCTION).onOpenShift().build())
        .findFirst()
        .orElseThrow();
    var guarded = Routes.desired(
            Plans.of(Strategy.PRODUCTION).behindLogin(Plans.plainLogin()).build())
        .findFirst()
        .orElseThrow();
    assertThat(open.getAdditionalProperties().get("spec"))
        .isEqualTo(Map.of(
            "port", Map.of("targetPort", "http-query"),
            "tls", Map.of("termination", "edge"),
            "to", Map.of("kind", "Service", "name", "simple-query")));
    assertThat(guarded.getAdditionalProperties().get("spec"))
        .asString()
        .contains("https-query", "reencrypt");
  }

  @Test
  void sharesOneDnsLabelWithItsNamespace() {
    assertThat(name("my-tracing", 55)).isEqualTo("my-trac");
    assertThat(name("my.tracing", 10)).isEqualTo("my-tracing");
  }

  @Test
  void keepsItsNameInANamespaceThatLeavesNoRoom() {
    assertThat(name("my-tracing", 62)).isEqualTo("my-tracing");
    assertThat(name("my-tracing", 63)).isEqualTo("my-tracing");
  }

  @Test
  void isLinkedFromTheDashboardOfItsNamespace() {
    var link = ConsoleLinks.desired(Plans.of(Strategy.PRODUCTION).onOpenShift().build())
        .findFirst()
        .orElseThrow();
    assertThat(link.getMetadata().getName()).isEqualTo("jaeger-tracing-simple");
    assertThat(link.getMetadata().getNamespace()).isNull();
    assertThat(link.getMetadata().getAnnotations())
        .containsEntry("consolelink.jaegertracing.io/route", "simple");
    assertThat(link.getAdditionalProperties().get("spec"))
        .asString()
        .contains("NamespaceDashboard", "Jaeger [simple]", "[tracing]");
  }

  @Test
  void isLinkedUnderALabelThatIsNotTooLong() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .ownedBy("n".repeat(62) + "-" + "n".repeat(150), "s".repeat(63))
        .onOpenShift()
        .build();
    var link = ConsoleLinks.desired(plan).findFirst().orElseThrow().getMetadata();
    assertThat(link.getLabels()).containsEntry("app.kubernetes.io/instance", "n".repeat(62));
    assertThat(link.getName()).hasSize(253);
  }
}
