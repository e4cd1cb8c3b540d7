package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.Exposure.Login;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginProxyTest {
  private static PodSpec pod(JaegerPlan plan) {
    return AllInOneDeployment.desired(plan)
        .findFirst()
        .orElseThrow()
        .getSpec()
        .getTemplate()
        .getSpec();
  }

  private static Container proxy(JaegerPlan plan) {
    return pod(plan).getContainers().get(1);
  }

  @Test
  void isAbsentWithoutALogin() {
    assertThat(pod(Plans.of(Strategy.ALL_IN_ONE).onOpenShift().build()).getContainers())
        .hasSize(1);
  }

  @Test
  void readsTheSeedOfItsCookiesFromASecret() {
    var plan = Plans.of(Strategy.ALL_IN_ONE).behindLogin(Plans.plainLogin()).build();
    assertThat(proxy(plan).getArgs())
        .containsExactly(
            "--cookie-secret-file=/etc/oauth-proxy/cookie-secret",
            "--https-address=:8443",
            "--openshift-service-account=simple-ui-proxy",
            "--provider=openshift",
            "--tls-cert=/etc/tls/private/tls.crt",
            "--tls-key=/etc/tls/private/tls.key",
            "--upstream=http://localhost:16686");
    assertThat(pod(plan).getVolumes())
        .filteredOn(volume -> volume.getName().equals("simple-ui-cookie"))
        .singleElement()
        .satisfies(
            volume -> assertThat(volume.getSecret().getSecretName()).isEqualTo("simple-ui-cookie"));
    assertThat(pod(plan).getServiceAccountName()).isEqualTo("simple-ui-proxy");
  }

  @Test
  void leavesTheCookiesToAUserWhoBringsASeed() {
    var plan = Plans.of(Strategy.ALL_IN_ONE)
        .behindLogin(Plans.login(Flags.NONE.with("cookie-secret-file", "/mine")))
        .build();
    assertThat(LoginProxy.cookieSecret(plan)).isEmpty();
    assertThat(proxy(plan).getArgs())
        .contains("--cookie-secret-file=/mine")
        .noneMatch(argument -> argument.startsWith("--cookie-secret-file=/etc"));
    assertThat(pod(plan).getVolumes())
        .extracting(Volume::getName)
        .doesNotContain("simple-ui-cookie");
  }

  @Test
  void passesOnWhatTheUserSaysOfTheLogin() {
    var login = new Login(
        Optional.of("{\"verb\": \"get\"}"),
        Optional.of("{\"/\": {}}"),
        Optional.of("/files/htpasswd"),
        Optional.of(Duration.ofSeconds(70)),
        Flags.NONE.with("pass-basic-auth", "false"));
    var plan = Plans.of(Strategy.ALL_IN_ONE)
        .common(Commons.mount("files", "/files"))
        .behindLogin(login)
        .build();
    assertThat(proxy(plan).getArgs())
        .contains(
            "--openshift-sar={\"verb\": \"get\"}",
            "--openshift-delegate-urls={\"/\": {}}",
            "--htpasswd-file=/files/htpasswd",
            "--display-htpasswd-form=false",
            "--upstream-timeout=1m10s",
            "--pass-basic-auth=false")
        .isSorted();
    assertThat(proxy(plan).getVolumeMounts())
        .extracting(VolumeMount::getMountPath)
        .contains("/files", "/etc/tls/private", "/etc/pki/ca-trust/extracted/pem");
  }
}
