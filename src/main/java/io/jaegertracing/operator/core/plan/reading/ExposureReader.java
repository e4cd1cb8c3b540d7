package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.api.component.Ingress;
import io.jaegertracing.operator.api.component.IngressOpenShift;
import io.jaegertracing.operator.core.plan.Exposure;
import io.jaegertracing.operator.core.plan.Exposure.Login;
import io.jaegertracing.operator.core.plan.Exposure.Tls;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Notice;
import io.jaegertracing.operator.core.problem.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ingress or Route, and the login before it. */
record ExposureReader(Platform platform, Words words) {
  private static final Set<String> SECURITY = Set.of("", "none", "oauth-proxy");

  Exposure read(@Nullable Ingress given, String namespace, Optional<String> sar) {
    var spec = Objects.requireNonNullElseGet(given, Ingress::new);
    return new Exposure(
        CommonReader.read(spec),
        !Boolean.FALSE.equals(spec.enabled),
        needsLogin(CommonReader.orEmpty(spec.security))
            ? Optional.of(login(spec, sar.orElseGet(() -> whoMaySeePods(namespace))))
            : Optional.empty(),
        CommonReader.list(spec.hosts),
        CommonReader.text(spec.pathType).orElse("ImplementationSpecific"),
        tls(spec),
        CommonReader.text(spec.ingressClassName));
  }

  private boolean needsLogin(String security) {
    if (!SECURITY.contains(security)) {
      words
          .findings()
          .refuse(
              Rule.UNKNOWN_SECURITY,
              "spec.ingress.security",
              Words.quoted(security),
              "use none or oauth-proxy");
    } else if (security.equals("oauth-proxy") && !platform.openShift()) {
      words
          .findings()
          .refuse(
              Rule.NO_OAUTH_PROXY,
              "spec.ingress.security",
              Words.quoted(security),
              "the OAuth proxy exists on OpenShift only; use none and protect the Ingress by other means");
    }
    return platform.openShift() && !security.equals("none");
  }

  private static String whoMaySeePods(String namespace) {
    return "{\"namespace\": \"" + namespace + "\", \"resource\": \"pods\", \"verb\": \"get\"}";
  }

  private Login login(Ingress spec, String sar) {
    var openShift = Objects.requireNonNullElseGet(spec.openshift, IngressOpenShift::new);
    return new Login(
        Optional.of(sar).filter(text -> !text.isBlank()),
        CommonReader.text(openShift.delegateUrls).filter(any -> platform.authDelegator()),
        CommonReader.text(openShift.htpasswdFile),
        timeout(openShift.timeout),
        FlagReader.read(spec.options, "spec.ingress.options", words.findings()));
  }

  private Optional<Duration> timeout(@Nullable String text) {
    var field = "spec.ingress.openshift.timeout";
    var timeout = words.duration(field, text);
    timeout
        .filter(Duration::isNegative)
        .ifPresent(negative ->
            words.findings().note(Notice.WAITS_FOR_EVER, field, CommonReader.orEmpty(text)));
    return timeout;
  }

  private static List<Tls> tls(Ingress spec) {
    var entries = CommonReader.list(spec.tls).stream()
        .map(entry -> new Tls(CommonReader.list(entry.hosts), CommonReader.text(entry.secretName)))
        .toList();
    var deprecated = CommonReader.text(spec.secretName);
    return entries.isEmpty() && deprecated.isPresent()
        ? List.of(new Tls(List.of(), deprecated))
        : entries;
  }
}
