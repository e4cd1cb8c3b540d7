package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jaegertracing.operator.core.operand.Accounts;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Services;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Exposure.Login;
import io.jaegertracing.operator.core.plan.GoDuration;
import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The OAuth proxy of OpenShift, in the Pod that serves the user interface. */
public final class LoginProxy {
  /** The key of the Secret that seeds the cookies. */
  public static final String COOKIE_KEY = "cookie-secret";

  private static final String TLS_FOLDER = "/etc/tls/private";
  private static final String COOKIE_FOLDER = "/etc/oauth-proxy";

  private LoginProxy() {}

  /** The Secret that must exist before the proxy can start; it is made once, since a new seed ends every session. */
  public static Optional<String> cookieSecret(JaegerPlan plan) {
    return plan.exposure()
        .login()
        .filter(login -> !bringsCookieSecret(login))
        .map(login -> plan.owner().name() + "-ui-cookie");
  }

  static Deployment into(JaegerPlan plan, Deployment deployment) {
    return plan.exposure()
        .login()
        .map(login -> new DeploymentBuilder(deployment)
            .editSpec()
            .editTemplate()
            .editSpec()
            .withServiceAccountName(Accounts.loginName(plan))
            .addAllToVolumes(volumes(plan))
            .addToContainers(container(plan, login))
            .endSpec()
            .endTemplate()
            .endSpec()
            .build())
        .orElse(deployment);
  }

  private static Container container(JaegerPlan plan, Login login) {
    return new ContainerBuilder()
        .withName("oauth-proxy")
        .withImage(plan.platform().images().of(Images.Component.OAUTH_PROXY))
        .withArgs(arguments(plan, login))
        .withEnv(Pods.proxy(plan.platform()))
        .withPorts(Pods.port("public", 8443))
        .withVolumeMounts(mounts(plan, login))
        .withResources(Common.merge(plan.exposure().own(), plan.common()).resources())
        .build();
  }

  private static List<String> arguments(JaegerPlan plan, Login login) {
    var always = Stream.of(
        "--https-address=:8443",
        "--openshift-service-account=" + Accounts.loginName(plan),
        "--provider=openshift",
        "--tls-cert=" + TLS_FOLDER + "/tls.crt",
        "--tls-key=" + TLS_FOLDER + "/tls.key",
        "--upstream=http://localhost:" + Services.UI);
    return Stream.of(always, chosen(login), cookie(plan), login.flags().arguments().stream())
        .flatMap(some -> some)
        .sorted()
        .toList();
  }

  private static Stream<String> chosen(Login login) {
    var passwords = login.htpasswdFile().stream()
        .flatMap(file -> Stream.of("--htpasswd-file=" + file, "--display-htpasswd-form=false"));
    var others = Stream.of(
        login.timeout().map(timeout -> "--upstream-timeout=" + GoDuration.format(timeout)),
        login.sar().map(review -> "--openshift-sar=" + review),
        login.delegateUrls().map(urls -> "--openshift-delegate-urls=" + urls));
    return Stream.concat(passwords, others.flatMap(Optional::stream));
  }

  private static Stream<String> cookie(JaegerPlan plan) {
    return cookieSecret(plan).stream()
        .map(secret -> "--cookie-secret-file=" + COOKIE_FOLDER + "/" + COOKIE_KEY);
  }

  /** The proxy does not start when it is given both a secret and a file. */
  private static boolean bringsCookieSecret(Login login) {
    return login.flags().has("cookie-secret") || login.flags().has("cookie-secret-file");
  }

  private static List<Volume> volumes(JaegerPlan plan) {
    return Stream.concat(
            Stream.of(secret(tlsName(plan), tlsName(plan))),
            cookieSecret(plan).stream().map(secret -> secret(cookieVolume(plan), secret)))
        .toList();
  }

  private static List<VolumeMount> mounts(JaegerPlan plan, Login login) {
    var tls = new VolumeMountBuilder()
        .withName(tlsName(plan))
        .withMountPath(TLS_FOLDER)
        .build();
    var cookie = cookieSecret(plan).stream()
        .map(secret -> new VolumeMountBuilder()
            .withName(cookieVolume(plan))
            .withMountPath(COOKIE_FOLDER)
            .withReadOnly(true)
            .build());
    var authority = Wiring.trustedCa(plan).map(Wiring::mount);
    // Somewhere among them is the file with the passwords.
    var files = login.htpasswdFile().isPresent()
        ? plan.common().volumeMounts().stream().filter(mount -> !isOurs(mount))
        : Stream.<VolumeMount>empty();
    return Stream.of(Stream.of(tls), cookie, authority, files)
        .flatMap(some -> some)
        .toList();
  }

  private static boolean isOurs(VolumeMount mount) {
    return Set.of(TLS_FOLDER, COOKIE_FOLDER).contains(mount.getMountPath());
  }

  private static Volume secret(String volume, String secret) {
    return new VolumeBuilder()
        .withName(volume)
        .withNewSecret()
        .withSecretName(secret)
        .endSecret()
        .build();
  }

  private static String tlsName(JaegerPlan plan) {
    return Names.dns(plan.owner().name(), "-ui-oauth-proxy-tls");
  }

  private static String cookieVolume(JaegerPlan plan) {
    return Names.dns(plan.owner().name(), "-ui-cookie");
  }
}
