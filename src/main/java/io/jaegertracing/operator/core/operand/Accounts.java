package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.jaegertracing.operator.core.operand.exposure.Routes;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** As whom the Pods of a Jaeger act, and what the login may ask the cluster. */
public final class Accounts {
  private Accounts() {}

  static Stream<HasMetadata> desired(JaegerPlan plan) {
    return Stream.concat(Stream.concat(login(plan), Stream.of(instance(plan))), delegation(plan));
  }

  /** The account of the Pod behind the login. */
  public static String loginName(JaegerPlan plan) {
    return chosenForLogin(plan).orElseGet(() -> plan.owner().name() + "-ui-proxy");
  }

  private static Optional<String> chosenForLogin(JaegerPlan plan) {
    return Common.merge(plan.query().own(), plan.common()).serviceAccount();
  }

  /** Even if Pods use another account: what exists may be used elsewhere. */
  private static ServiceAccount instance(JaegerPlan plan) {
    return account(plan, plan.owner().name(), "service-account", Map.of());
  }

  private static Stream<ServiceAccount> login(JaegerPlan plan) {
    if (plan.exposure().login().isEmpty() || chosenForLogin(plan).isPresent()) {
      return Stream.empty();
    }
    var redirect =
        "{\"kind\":\"OAuthRedirectReference\",\"apiVersion\":\"v1\",\"reference\":{\"kind\":\"Route\",\"name\":\""
            + Routes.name(plan.owner())
            + "\"}}";
    return Stream.of(account(
        plan,
        loginName(plan),
        "service-account-oauth-proxy",
        Map.of("serviceaccounts.openshift.io/oauth-redirectreference.primary", redirect)));
  }

  private static ServiceAccount account(
      JaegerPlan plan, String name, String component, Map<String, String> annotations) {
    var labels = Identity.labels(plan.owner(), name, component);
    var all = new TreeMap<>(plan.accountAnnotations());
    all.putAll(annotations);
    return new ServiceAccountBuilder()
        .withMetadata(Identity.owned(plan.owner(), name, labels, all))
        .build();
  }

  /** Lets the login ask the API server who may see what. */
  private static Stream<ClusterRoleBinding> delegation(JaegerPlan plan) {
    var owner = plan.owner();
    var name = Names.dns(Names.of(
        owner.namespace() + "-" + owner.name(), "-oauth-proxy-auth-delegator", Names.OBJECT));
    return plan.exposure().login().flatMap(login -> login.delegateUrls()).stream()
        .map(urls -> new ClusterRoleBindingBuilder()
            .withMetadata(Identity.clusterWide(
                name, Identity.labels(owner, name, "service-account"), Map.of()))
            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "system:auth-delegator")
            .addNewSubject()
            .withKind("ServiceAccount")
            .withName(loginName(plan))
            .withNamespace(owner.namespace())
            .endSubject()
            .build());
  }
}
