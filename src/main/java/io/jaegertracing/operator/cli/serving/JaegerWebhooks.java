package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.validation.Elasticsearches;
import io.jaegertracing.operator.core.validation.JaegerRules;
import io.jaegertracing.operator.core.validation.JaegerValidation;
import io.jaegertracing.operator.http.admission.Court;
import io.jaegertracing.operator.settings.Settings;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which path of the webhook port is answered by what. */
final class JaegerWebhooks {
  private JaegerWebhooks() {}

  static Court court(Settings settings, Elasticsearches elasticsearches) {
    var judges = new TreeMap<String, Judge>();
    judges.put(
        "/validate-jaegertracing-io-v1-jaeger",
        new JaegerValidation(new JaegerRules(Platforms.of(settings), elasticsearches)));
    judges.put("/mutate-jaegertracing-io-v1-jaeger", new AsItIs());
    return new Court(
        judges,
        NothingKnown::new,
        (lookups, budget) -> Future.succeededFuture(Map.of()),
        (review, verdict) -> {},
        Set.of("Jaeger"));
  }

  /** The Go operator filled in defaults here. An old registration still asks, and gets its object back as it is. */
  private record AsItIs() implements Judge {
    @Override
    public Ruling judge(Review review, Facts facts) {
      return Verdict.allowed();
    }

    @Override
    public boolean failsOpen() {
      return true;
    }
  }

  /** A Jaeger is judged by itself. */
  private record NothingKnown() implements Snapshot {
    @Override
    public boolean isComplete() {
      return false;
    }

    @Override
    public List<Instance> instances() {
      return List.of();
    }

    @Override
    public Optional<Meta> namespace(String name) {
      return Optional.empty();
    }

    @Override
    public boolean supportsNativeSidecars() {
      return false;
    }
  }
}
