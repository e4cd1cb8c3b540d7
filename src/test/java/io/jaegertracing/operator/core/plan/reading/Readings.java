package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.documents.JaegerReader;

/** Resources as users write them, planned. */
final class Readings {
  private Readings() {}

  static Planned plan(String yaml, Platform platform) {
    return Planner.plan(JaegerReader.read(Documents.read("test", yaml).get(0).tree()), platform);
  }

  static Planned.Ready ready(String yaml, String jaegerVersion) {
    return ready(yaml, running(jaegerVersion));
  }

  static Planned.Ready ready(String yaml, Platform platform) {
    return plan(yaml, platform).fold(ready -> ready, refused -> {
      throw new AssertionError(refused.reasons());
    });
  }

  /** A plain cluster for which this version of Jaeger is configured. */
  static Platform running(String jaegerVersion) {
    var plain = Plans.of(Strategy.PRODUCTION).build().platform();
    return new Platform(
        plain.openShift(),
        plain.cronJobApi(),
        plain.autoscalingApi(),
        plain.ingressClass(),
        plain.authDelegator(),
        new Images(plain.images().configured(), jaegerVersion, "1.62.0"),
        plain.proxy(),
        plain.documentationUrl(),
        plain.minimalKafka(),
        plain.kubernetes());
  }
}
