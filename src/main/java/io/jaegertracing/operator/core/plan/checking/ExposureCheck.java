package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Exposure.Login;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;

/** What leads to the user interface from outside. */
record ExposureCheck(JaegerPlan plan, Findings findings) {
  private static final String CLASS = "kubernetes.io/ingress.class";
  private static final List<String> PATH_TYPES =
      List.of("Exact", "ImplementationSpecific", "Prefix");

  void check() {
    var words = new Words(findings);
    plan.exposure().login().ifPresent(this::login);
    if (!plan.exposure().enabled()) {
      return;
    }
    if (plan.platform().openShift()) {
      plan.exposure().hosts().stream()
          .limit(1)
          .forEach(host -> words.host("spec.ingress.hosts", host));
    } else {
      ingress();
    }
  }

  private void ingress() {
    var words = new Words(findings);
    var exposure = plan.exposure();
    exposure.hosts().forEach(host -> words.host("spec.ingress.hosts", host));
    exposure.tls().forEach(tls -> {
      tls.hosts().forEach(host -> words.host("spec.ingress.tls.hosts", host));
      words.objectName("spec.ingress.tls.secretName", tls.secret());
    });
    words.word("spec.ingress.pathType", exposure.pathType(), PATH_TYPES);
    words.objectName("spec.ingress.ingressClassName", exposure.className());
    var annotations = Common.merge(exposure.own(), plan.common()).annotations();
    if (exposure.className().isPresent() && annotations.containsKey(CLASS)) {
      findings.refuse(
          Rule.CONTRADICTION,
          "spec.ingress.ingressClassName",
          "this and the annotation " + CLASS,
          "keep one of them");
    }
  }

  private void login(Login login) {
    var words = new Words(findings);
    login.sar().ifPresent(text -> words.json("spec.ingress.openshift.sar", text));
    login
        .delegateUrls()
        .ifPresent(text -> words.jsonMap("spec.ingress.openshift.delegateUrls", text));
  }
}
