package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Exposure.Login;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What leads to the user interface from outside. */
record ExposureCheck(JaegerPlan plan, Findings findings) {
  private static final String CLASS = "kubernetes.io/ingress.class";
  private static final Set<String> LITERAL = Set.of("Exact", "Prefix");
  private static final Pattern STEPS_WITHOUT_NAME = Pattern.compile("//|/\\.{1,2}(/|$)|%2[fF]");
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
      tls.hosts().forEach(host -> words.certifiedHost("spec.ingress.tls.hosts", host));
      words.objectName("spec.ingress.tls.secretName", tls.secret());
    });
    words.word("spec.ingress.pathType", exposure.pathType(), PATH_TYPES);
    words.objectName("spec.ingress.ingressClassName", exposure.className());
    if (LITERAL.contains(exposure.pathType())) {
      path();
    }
    var annotations = Common.merge(exposure.own(), plan.common()).annotations();
    if (exposure.className().isPresent() && annotations.containsKey(CLASS)) {
      findings.refuse(
          Rule.CONTRADICTION,
          "spec.ingress.ingressClassName",
          "this and the annotation " + CLASS,
          "keep one of them");
    }
  }

  /** Where paths are compared step by step, each step has a name. */
  private void path() {
    var option = "query.base-path";
    plan.reader()
        .flags()
        .scalar(option)
        .filter(path -> STEPS_WITHOUT_NAME.matcher(path).find())
        .ifPresent(path -> findings.refuse(
            Rule.BAD_PATH,
            PlanCheck.reader(plan) + ".options." + option,
            Words.quoted(path),
            "an Ingress with pathType " + plan.exposure().pathType()
                + " takes no //, /./, /../ or %2f in it"));
  }

  private void login(Login login) {
    var words = new Words(findings);
    login.sar().ifPresent(text -> words.json("spec.ingress.openshift.sar", text));
    login
        .delegateUrls()
        .ifPresent(text -> words.jsonMap("spec.ingress.openshift.delegateUrls", text));
  }
}
