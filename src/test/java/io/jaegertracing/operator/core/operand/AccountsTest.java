package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.Exposure.Login;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountsTest {
  private static final Login DELEGATING = new Login(
      Optional.empty(), Optional.of("{}"), Optional.empty(), Optional.empty(), Flags.NONE);

  @Test
  void makesTheInstancesAccountEvenIfPodsUseAnother() {
    var plan =
        Plans.of(Strategy.ALL_IN_ONE).common(Commons.serviceAccount("theirs")).build();
    assertThat(Accounts.desired(plan))
        .extracting(account -> account.getMetadata().getName())
        .containsExactly("simple");
  }

  @Test
  void sendsTheLoginBackToTheRouteUnderTheNameItReallyHas() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .ownedBy("my.tracing", "n".repeat(56))
        .behindLogin(Plans.plainLogin())
        .build();
    var account = Accounts.desired(plan).findFirst().orElseThrow().getMetadata();
    assertThat(account.getName()).isEqualTo("my.tracing-ui-proxy");
    assertThat(account.getAnnotations())
        .containsEntry(
            "serviceaccounts.openshift.io/oauth-redirectreference.primary",
            "{\"kind\":\"OAuthRedirectReference\",\"apiVersion\":\"v1\",\"reference\":{\"kind\":\"Route\",\"name\":\"my-tra\"}}");
  }

  @Test
  void usesTheAccountThatTheUserChoseForTheLogin() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .query(query -> query.own(Commons.serviceAccount("theirs")))
        .behindLogin(Plans.plainLogin())
        .build();
    assertThat(Accounts.loginName(plan)).isEqualTo("theirs");
    assertThat(Accounts.desired(plan)).hasSize(1);
  }

  @Test
  void bindsTheDelegatorForTheWholeClusterWithoutAnOwnerInANamespace() {
    var plan = Plans.of(Strategy.PRODUCTION).behindLogin(DELEGATING).build();
    var binding = Accounts.desired(plan)
        .filter(ClusterRoleBinding.class::isInstance)
        .map(ClusterRoleBinding.class::cast)
        .findFirst()
        .orElseThrow();
    assertThat(binding.getMetadata().getName())
        .isEqualTo("tracing-simple-oauth-proxy-auth-delegator");
    assertThat(binding.getMetadata().getNamespace()).isNull();
    assertThat(binding.getMetadata().getOwnerReferences()).isEmpty();
    assertThat(binding.getRoleRef().getApiGroup()).isEqualTo("rbac.authorization.k8s.io");
    assertThat(binding.getSubjects()).singleElement().satisfies(subject -> {
      assertThat(subject.getName()).isEqualTo("simple-ui-proxy");
      assertThat(subject.getNamespace()).isEqualTo("tracing");
    });
  }
}
