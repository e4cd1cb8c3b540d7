package io.jaegertracing.operator.core.operand.exposure;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackendBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpecBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLSBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.operand.Services;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Exposure.Tls;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The user interface outside a cluster that is not OpenShift. */
public final class Ingresses {
  private static final String ANY_PATH = "ImplementationSpecific";

  private Ingresses() {}

  public static Stream<Ingress> desired(JaegerPlan plan) {
    if (plan.platform().openShift() || !plan.exposure().enabled()) {
      return Stream.empty();
    }
    var owner = plan.owner();
    var name = owner.name() + "-query";
    var base = Common.base(Map.of(), Identity.labels(owner, name, "query-ingress"));
    var common = Common.merge(plan.exposure().own(), plan.common(), base);
    return Stream.of(new IngressBuilder()
        .withMetadata(Identity.owned(owner, name, common.labels(), common.annotations()))
        .withSpec(spec(plan, common))
        .build());
  }

  private static IngressSpec spec(JaegerPlan plan, Common common) {
    var spec = new IngressSpecBuilder()
        .withIngressClassName(className(plan, common).orElse(null))
        .withTls(plan.exposure().tls().stream().map(Ingresses::tls).toList());
    var path = plan.reader().flags().scalar("query.base-path").orElse("");
    var hosts = plan.exposure().hosts();
    if (hosts.isEmpty() && path.isEmpty()) {
      return spec.withDefaultBackend(backend(plan)).build();
    }
    return spec.withRules(
            hosts.isEmpty()
                ? List.of(rule(plan, path).build())
                : hosts.stream().map(host -> ruleOf(plan, path, host)).toList())
        .build();
  }

  /** The API server refuses a class beside the annotation that named it in older days. */
  private static Optional<String> className(JaegerPlan plan, Common common) {
    return common.annotations().containsKey("kubernetes.io/ingress.class")
        ? plan.exposure().className()
        : plan.exposure().className().or(() -> plan.platform().ingressClass());
  }

  private static IngressRule ruleOf(JaegerPlan plan, String path, String host) {
    return rule(plan, path).withHost(host.isEmpty() ? null : host).build();
  }

  private static IngressRuleBuilder rule(JaegerPlan plan, String path) {
    var type = plan.exposure().pathType();
    // Every type but this one needs a path.
    var whole = type.equals(ANY_PATH) ? Optional.<String>empty() : Optional.of("/");
    return new IngressRuleBuilder()
        .withNewHttp()
        .withPaths(new HTTPIngressPathBuilder()
            .withPath(Optional.of(path)
                .filter(some -> !some.isEmpty())
                .or(() -> whole)
                .orElse(null))
            .withPathType(type)
            .withBackend(backend(plan))
            .build())
        .endHttp();
  }

  private static IngressBackend backend(JaegerPlan plan) {
    return new IngressBackendBuilder()
        .withNewService()
        .withName(Services.queryName(plan))
        .withNewPort()
        .withNumber(Services.ui(plan).getPort())
        .endPort()
        .endService()
        .build();
  }

  private static IngressTLS tls(Tls tls) {
    return new IngressTLSBuilder()
        .withHosts(tls.hosts())
        .withSecretName(tls.secret().orElse(null))
        .build();
  }
}
