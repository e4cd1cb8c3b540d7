package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.validation.Elasticsearches;
import io.jaegertracing.operator.core.validation.JaegerRules;
import io.jaegertracing.operator.core.validation.JaegerValidation;
import io.jaegertracing.operator.http.admission.AdmissionRoute;
import io.jaegertracing.operator.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.TreeMap;
import java.util.function.Function;

/** Which path of the webhook port is answered by what. */
final class JaegerWebhooks {
  private JaegerWebhooks() {}

  static AdmissionRoute routes(
      Settings settings, Elasticsearches elasticsearches, MeterRegistry registry) {
    var validation = new JaegerValidation(new JaegerRules(Platforms.of(settings), elasticsearches));
    var judges = new TreeMap<String, Function<Review, Verdict>>();
    judges.put("/validate-jaegertracing-io-v1-jaeger", validation::judge);
    // The Go operator filled in defaults here. An old registration still asks, and gets its object
    // back as it is.
    judges.put("/mutate-jaegertracing-io-v1-jaeger", review -> Verdict.allowed());
    return new AdmissionRoute(judges, registry);
  }
}
