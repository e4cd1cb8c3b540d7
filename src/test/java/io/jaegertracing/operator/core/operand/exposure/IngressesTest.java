package io.jaegertracing.operator.core.operand.exposure;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.Exposure;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IngressesTest {
  private static Ingress only(JaegerPlan plan) {
    return Ingresses.desired(plan).findFirst().orElseThrow();
  }

  private static UnaryOperator<Exposure> hosts(String pathType, String... hosts) {
    return plain -> new Exposure(
        plain.own(),
        true,
        Optional.empty(),
        List.of(hosts),
        pathType,
        List.of(new Exposure.Tls(List.of("a.example"), Optional.of("cert"))),
        Optional.empty());
  }

  private static UnaryOperator<Exposure> saying(Common own) {
    return plain ->
        new Exposure(own, true, Optional.empty(), List.of(), "Exact", List.of(), Optional.empty());
  }

  @Test
  void takesEverythingWhenNeitherHostNorPathIsSaid() {
    var ingress = only(Plans.of(Strategy.PRODUCTION).build());
    assertThat(ingress.getMetadata().getName()).isEqualTo("simple-query");
    assertThat(ingress.getSpec().getRules()).isEmpty();
    var service = ingress.getSpec().getDefaultBackend().getService();
    assertThat(service.getName()).isEqualTo("simple-query");
    assertThat(service.getPort().getNumber()).isEqualTo(16686);
  }

  @Test
  void leavesThePathOutWhereTheControllerDecides() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .exposed(hosts("ImplementationSpecific", "a.example", "b.example"))
        .build();
    assertThat(only(plan).getSpec().getRules())
        .hasSize(2)
        .allSatisfy(rule -> assertThat(rule.getHttp().getPaths())
            .extracting(HTTPIngressPath::getPath)
            .containsOnlyNulls());
    assertThat(only(plan).getSpec().getTls())
        .singleElement()
        .satisfies(tls -> assertThat(tls.getSecretName()).isEqualTo("cert"));
  }

  @Test
  void takesTheWholeHostWhereTheTypeOfPathNeedsOne() {
    var plan =
        Plans.of(Strategy.PRODUCTION).exposed(hosts("Prefix", "a.example")).build();
    assertThat(only(plan).getSpec().getRules().get(0).getHttp().getPaths())
        .extracting(HTTPIngressPath::getPath)
        .containsExactly("/");
  }

  @Test
  void readsThePathFromTheProgramThatServesIt() {
    var plan = Plans.of(Strategy.ALL_IN_ONE)
        .allInOne(all -> all.flag("query.base-path", "/all"))
        .query(query -> query.flag("query.base-path", "/query"))
        .build();
    var rule = only(plan).getSpec().getRules().get(0);
    assertThat(rule.getHost()).isNull();
    assertThat(rule.getHttp().getPaths())
        .extracting(HTTPIngressPath::getPath)
        .containsExactly("/all");
  }

  @Test
  void takesTheDefaultClassUnlessTheOldAnnotationNamesOne() {
    var plans = Plans.of(Strategy.PRODUCTION).withDefaultIngressClass("nginx");
    assertThat(only(plans.build()).getSpec().getIngressClassName()).isEqualTo("nginx");
    var annotated =
        plans.exposed(saying(Commons.annotations(Map.of("kubernetes.io/ingress.class", "mine"))));
    assertThat(only(annotated.build()).getSpec().getIngressClassName()).isNull();
  }

  @Test
  void isNotForOpenShift() {
    assertThat(Ingresses.desired(Plans.of(Strategy.PRODUCTION).onOpenShift().build()))
        .isEmpty();
  }
}
