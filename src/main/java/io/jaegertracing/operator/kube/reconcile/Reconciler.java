package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.core.problem.Notice;
import io.jaegertracing.operator.core.reconcile.Agenda;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.Neighbours;
import io.jaegertracing.operator.core.reconcile.Offer;
import io.jaegertracing.operator.core.reconcile.Sights;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.inputs.Inputs;
import io.jaegertracing.operator.core.reconcile.status.Standing;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.cache.OwnedObjects;
import io.jaegertracing.operator.kube.cache.ReferencedObjects;
import io.jaegertracing.operator.kube.reconcile.Applier.InTheWay;
import io.jaegertracing.operator.kube.reconcile.numbers.Census;
import io.jaegertracing.operator.kube.reconcile.numbers.Tally.Result;
import io.jaegertracing.operator.kube.reconcile.setup.Capabilities;
import io.jaegertracing.operator.kube.reconcile.setup.Setup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at one Jaeger: what it shall become, what exists, what has to be written, and how it stands then. Read {@link #reconcile} first. */
record Reconciler(
    Setup setup,
    Capabilities capabilities,
    Jaegers jaegers,
    Surroundings surroundings,
    Applier applier,
    Vault vault,
    LastWords lastWords,
    OwnedObjects owned,
    ReferencedObjects referenced,
    Bulletin bulletin,
    Census census) {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final int UNPROCESSABLE = 422;

  Result reconcile(String key) {
    if (!owned.isWatched(key)) {
      forget(key);
      return Result.FOREIGN;
    }
    var read = jaegers.read(key);
    if (read.isEmpty() || read.get().at("/metadata/deletionTimestamp").isTextual()) {
      forget(key);
      return Result.GONE; // What it owned goes with it.
    }
    var mine = mine(key, read.get());
    if (mine.isEmpty()) {
      census.forget(key);
      return Result.FOREIGN;
    }
    return attempted(key, mine.get())
        .map(standing -> told(key, mine.get(), standing))
        .orElse(Result.READING);
  }

  private void forget(String key) {
    bulletin.forget(key);
    referenced.forget(key);
    census.forget(key);
  }

  /** The first operator that sees a Jaeger looks after it; empty when another one does. */
  private Optional<JsonNode> mine(String key, JsonNode jaeger) {
    var operator = jaeger.at("/metadata/labels").path(Wellknown.OPERATED_BY).asText();
    if (operator.isEmpty()) {
      return Optional.of(jaegers.claim(key, jaeger, setup.identity()));
    }
    return Optional.of(jaeger).filter(any -> operator.equals(setup.identity()));
  }

  /** One that breaks us is refused with the reason: to try again would break us again. */
  private Optional<Standing> attempted(String key, JsonNode tree) {
    try {
      return standing(key, tree);
    } catch (ApiFailure unanswered) {
      throw unanswered;
    } catch (RuntimeException defect) {
      LOG.atError()
          .addKeyValue("jaeger", key)
          .setCause(defect)
          .log("the Jaeger was not understood");
      return Optional.of(refused(
          tree,
          owned.family(tree.at("/metadata/uid").asText(), List.of()),
          List.of("the operator broke on this Jaeger, which is a defect: " + defect)));
    }
  }

  /** Empty while something that has to be known is being read. */
  private Optional<Standing> standing(String key, JsonNode tree) {
    var around = owned.family(tree.at("/metadata/uid").asText(), List.of());
    Jaeger jaeger;
    try {
      jaeger = setup.reader().apply(tree);
    } catch (Failure unreadable) {
      return Optional.of(refused(tree, around, List.of(String.valueOf(unreadable.getMessage()))));
    }
    return planned(jaeger, around)
        .fold(
            ready -> converged(key, tree, ready),
            refused -> Optional.of(refused(tree, around, refused.reasons())));
  }

  /** Only a plan tells what of others it relies on, and that may change it. */
  private Planned planned(Jaeger jaeger, Family around) {
    var plan = Planner.plan(jaeger, capabilities.platform(), Sights.of(around, Neighbours.NONE));
    var neighbours = plan.fold(ready -> surroundings.of(ready.plan()), refused -> Neighbours.NONE);
    return neighbours.equals(Neighbours.NONE)
        ? plan
        : Planner.plan(jaeger, capabilities.platform(), Sights.of(around, neighbours));
  }

  private Optional<Standing> converged(String key, JsonNode jaeger, Planned.Ready ready) {
    var owner = ready.plan().owner();
    census.count(key, jaeger, ready.plan());
    var secrets = vault.of(ready.plan());
    var plain = Stream.concat(
            secrets.desired(),
            Operands.desired(ready.plan()).stream().map(object -> Desired.of(object, owner)))
        .toList();
    var followed = new HashSet<>(surroundings.followed(ready.plan()));
    followed.addAll(Inputs.foreign(plain));
    var contents = referenced.contents(key, owner.namespace(), followed);
    if (contents.isEmpty()) {
      return Optional.empty();
    }
    var places = plain.stream().map(Desired::place).collect(Collectors.toSet());
    var family = lastWords.of(owned.family(owner.uid(), places));
    var wanted = Inputs.stamped(plain, family, contents.get());
    var offer = new Offer(capabilities.kinds(), setup.declined());
    var agenda = offer.agenda(wanted, family, done(jaeger));
    var outcome = outcome(agenda, () -> {
      applier.carryOut(agenda, owner.uid(), secrets::filled);
      secrets.renew(() -> owned.family(owner.uid(), places));
    });
    return Optional.of(new Standing(
        generation(jaeger),
        version(ready),
        List.of(),
        outcome.failure(),
        wanted,
        owned.family(owner.uid(), places),
        Optional.of(outcome.agenda())));
  }

  /** How far it came. */
  private record Outcome(Agenda agenda, Optional<String> failure) {}

  /** With what nobody can expect to pass by itself; the rest is tried again. */
  private static Outcome outcome(Agenda agenda, Runnable writes) {
    try {
      writes.run();
      return new Outcome(agenda, Optional.empty());
    } catch (InTheWay found) {
      return new Outcome(agenda.stoppedBy(found.obstacle()), Optional.empty());
    } catch (ApiFailure refused) {
      if (refused.code() != UNPROCESSABLE && refused.isWorthAnotherTry()) {
        throw refused;
      }
      return new Outcome(agenda, Optional.of("the API server refuses it: " + refused.getMessage()));
    }
  }

  private Standing refused(JsonNode jaeger, Family around, List<String> reasons) {
    return new Standing(
        generation(jaeger),
        Optional.empty(),
        reasons,
        Optional.empty(),
        List.of(),
        around,
        Optional.empty());
  }

  /** As long as options are read as those of an earlier version, that version has to be remembered. */
  private Optional<String> version(Planned.Ready ready) {
    return ready.notes().stream().anyMatch(note -> note.notice() == Notice.OLD_OPTIONS)
        ? Optional.empty()
        : Optional.of(setup.version());
  }

  private Result told(String key, JsonNode jaeger, Standing standing) {
    bulletin.publish(key, jaeger, standing);
    return result(standing);
  }

  private static Result result(Standing standing) {
    if (!standing.refusals().isEmpty()) {
      return Result.REFUSED;
    }
    if (standing.trouble().isPresent()) {
      return standing.isWorthAnotherTry() ? Result.FAILED : Result.STUCK;
    }
    if (standing.isWorthAnotherTry()) {
      return Result.RETRIED;
    }
    if (standing.agenda().filter(agenda -> !agenda.writes().isEmpty()).isPresent()) {
      return Result.WROTE;
    }
    return standing.progress().isPresent() ? Result.WAITING : Result.SETTLED;
  }

  private static long generation(JsonNode jaeger) {
    return jaeger.at("/metadata/generation").asLong();
  }

  private static Map<String, String> done(JsonNode jaeger) {
    var done = new HashMap<String, String>();
    jaeger
        .at("/status/completedJobs")
        .properties()
        .forEach(job -> done.put(job.getKey(), job.getValue().asText()));
    return done;
  }
}
