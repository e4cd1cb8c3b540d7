package io.jaegertracing.operator.cli.serving;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.cli.Policies;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.admission.injection.InjectionJudge;
import io.jaegertracing.operator.core.admission.injection.VerificationJudge;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.scope.LabelSelector;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.core.validation.JaegerRules;
import io.jaegertracing.operator.core.validation.JaegerValidation;
import io.jaegertracing.operator.core.validation.JaegerValidation.Authors;
import io.jaegertracing.operator.http.admission.Court;
import io.jaegertracing.operator.http.rehearsal.Scenery;
import io.jaegertracing.operator.http.rehearsal.Secret;
import io.jaegertracing.operator.settings.Settings;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which path of the webhook port is answered by what. */
final class Webhooks {
  /** What the judges may know, and who hears of their verdicts. */
  record Surroundings(
      Authors authors, Supplier<Snapshot> snapshot, Court.Asking asking, Court.Observer observer) {}

  private static final String REHEARSAL = "rehearsal";

  private Webhooks() {}

  static Court court(Settings settings, Surroundings surroundings) {
    var policy = Policies.of(settings);
    var platform = Platforms.of(settings);
    var options = OptionLists.read();
    var injection = new InjectionJudge(policy);
    var judges = new TreeMap<String, Judge>();
    judges.put("/mutate-v1-workload", injection);
    judges.put("/mutate-v1-pod", injection);
    // The path of the Go operator, which an old registration still asks.
    judges.put("/mutate-v1-deployment", injection);
    judges.put("/validate-v1-pod", new VerificationJudge(policy, Policies.verification(settings)));
    judges.put(
        "/validate-jaegertracing-io-v1-jaeger",
        new JaegerValidation(
            elasticsearches -> new JaegerRules(platform, elasticsearches, options),
            surroundings.authors()));
    judges.put("/mutate-jaegertracing-io-v1-jaeger", new AsItIs());
    return new Court(
        judges,
        surroundings.snapshot(),
        surroundings.asking(),
        surroundings.observer(),
        Stream.concat(Stream.of("Jaeger"), policy.kinds().rows().stream().map(WorkloadKind::kind))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** A Jaeger of which nothing is said, in a namespace that is watched. */
  static Scenery scenery(Settings settings, Secret secret) {
    var jaeger = JsonNodeFactory.instance.objectNode();
    jaeger.put("apiVersion", "jaegertracing.io/v1").put("kind", "Jaeger");
    var watched = settings.scope().watched();
    var namespace = watched.names().stream().findFirst().orElse(REHEARSAL);
    jaeger.putObject("metadata").put("name", REHEARSAL).put("namespace", namespace);
    return new Scenery(
        secret, InstanceReaders.of(settings).apply(jaeger), namespace(namespace, watched));
  }

  private static Meta namespace(String name, Watched watched) {
    var labels = watched.labels().map(LabelSelector::example).orElseGet(TreeMap::new);
    return new Meta(name, new TreeMap<>(), labels, List.of());
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
}
