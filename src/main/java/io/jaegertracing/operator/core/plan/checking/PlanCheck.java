package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** All checks of a plan that need the whole of it. */
public record PlanCheck(JaegerPlan plan, Findings findings) {
  private static final List<String> SERVICES = List.of("ClusterIP", "LoadBalancer", "NodePort");
  private static final List<String> DNS =
      List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default");
  private static final int HIGHEST_PORT = 65_535;
  private static final int LARGEST_FILE = 1_048_576;

  public void check(JaegerSpec spec) {
    var parts = Parts.of(plan);
    parts.forEach((field, own) -> new PodWords(plan, findings).check(field, own));
    new ImageCheck(plan, findings).check(spec);
    new ResourceCheck(findings).check(plan, parts);
    new StorageCheck(plan, findings).check();
    new ExposureCheck(plan, findings).check();
    if (plan.strategy() != Strategy.ALL_IN_ONE) {
      scaling("spec.collector", plan.collector());
      grace("spec.collector", plan.collector());
    }
    if (plan.strategy() == Strategy.STREAMING) {
      scaling("spec.ingester", plan.ingester());
      words().objectName("spec.collector.kafkaSecretName", plan.collector().kafkaSecret());
      words().objectName("spec.ingester.kafkaSecretName", plan.ingester().kafkaSecret());
    }
    sizes();
    services();
    metrics();
    basePath();
    agent();
  }

  /** Of what is handed on as a whole file. */
  private void sizes() {
    plan.uiConfiguration().ifPresent(text -> size("spec.ui.options", text));
    size("spec.sampling.options", plan.samplingConfiguration());
  }

  private void size(String field, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LARGEST_FILE) {
      findings.refuse(
          Rule.OUT_OF_RANGE, field, bytes + " bytes", "a ConfigMap holds at most " + LARGEST_FILE);
    }
  }

  private Words words() {
    return new Words(findings);
  }

  /** What cannot be a count at all is refused where it is read. */
  private void scaling(String field, Component component) {
    component.scaling().ifPresent(scaling -> {
      var least = scaling.least().orElse(1);
      var most = scaling.most();
      if (least == 0) {
        words().atLeast(field + ".minReplicas", least, 1);
      }
      if (most == 0) {
        words().atLeast(field + ".maxReplicas", most, 1);
      } else if (least > most && most > 0) {
        findings.refuse(
            Rule.OUT_OF_RANGE,
            field + ".minReplicas",
            least,
            "maxReplicas is " + most + ": write at most that, or raise it");
      }
    });
  }

  private void grace(String field, Component component) {
    component
        .terminationGraceSeconds()
        .ifPresent(
            seconds -> words().atLeast(field + ".terminationGracePeriodSeconds", seconds, 0));
    if (!hasTemplate(component.own()) && !hasTemplate(plan.common())) {
      component
          .lifecycle()
          .ifPresent(hooks -> new Sleeps(findings)
              .check(
                  field + ".lifecycle",
                  hooks,
                  component.terminationGraceSeconds().orElse(null)));
    }
  }

  private void services() {
    words().word("spec.collector.serviceType", plan.collector().service().type(), SERVICES);
    var query = plan.query().service();
    words().word("spec.query.serviceType", query.type(), SERVICES);
    if (query.type().equals("NodePort")) {
      nodePort("spec.query.nodePort", query.nodePort());
      nodePort("spec.query.grpcNodePort", query.grpcNodePort());
      query
          .grpcNodePort()
          .filter(port -> port > 0 && query.nodePort().filter(port::equals).isPresent())
          .ifPresent(port -> findings.refuse(
              Rule.OUT_OF_RANGE,
              "spec.query.grpcNodePort",
              port,
              "nodePort has this number; choose another"));
    }
  }

  private void nodePort(String field, Optional<Integer> port) {
    port.filter(number -> number < 0 || number > HIGHEST_PORT)
        .ifPresent(
            number -> findings.refuse(
                Rule.OUT_OF_RANGE,
                field,
                number,
                "write one of the ports that the cluster keeps for nodes, 30000 to 32767 unless it says otherwise"));
  }

  static String reader(JaegerPlan plan) {
    return plan.strategy() == Strategy.ALL_IN_ONE ? "spec.allInOne" : "spec.query";
  }

  /** The program ends at once when it is told any other. */
  private void basePath() {
    var option = "query.base-path";
    plan.reader()
        .flags()
        .scalar(option)
        .filter(path -> !path.isEmpty() && !path.equals("/"))
        .filter(path -> !path.startsWith("/") || path.endsWith("/"))
        .ifPresent(path -> findings.refuse(
            Rule.BAD_PATH,
            reader(plan) + ".options." + option,
            Words.quoted(path),
            "begin it with a slash, and end it with none, as in /jaeger"));
  }

  private void metrics() {
    var field = reader(plan);
    var metrics = plan.reader().metrics();
    words().word(field + ".metricsStorage.type", metrics.type(), List.of("prometheus"));
    if (metrics.type().equals("prometheus")) {
      words().url(field + ".metricsStorage.server-url", metrics.serverUrl());
    }
  }

  private void agent() {
    if (plan.agent().onEveryNode()) {
      plan.agent()
          .dnsPolicy()
          .filter(policy -> !policy.equals("None") || !hasTemplate(plan.agent().own()))
          .ifPresent(policy -> words().word("spec.agent.dnsPolicy", policy, DNS));
    }
  }

  /** Where the servers for names may stand. */
  private static boolean hasTemplate(Common own) {
    return !own.pod().templates().isEmpty();
  }
}
