package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Ledger;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which Jaeger a workload gets: one, or the reason why none. */
sealed interface Selection {
  record One(Instance instance) implements Selection {}

  record None(Reason reason, String detail) implements Selection {}

  static Selection of(Candidate candidate, Wish wish) {
    return new Search(candidate).select(wish);
  }

  /** The candidates for one workload. */
  record Search(Candidate candidate) {
    Selection select(Wish wish) {
      if (wish instanceof Wish.Any any) {
        return any(any.place());
      }
      if (!(wish instanceof Wish.Named named)) {
        return new None(Reason.NOT_REQUESTED, "");
      }
      var found =
          named.namespace().map(given -> exactly(given, named)).orElseGet(() -> called(named));
      return named.orAny() && found instanceof None none && none.reason() == Reason.NO_INSTANCE
          ? any(named.place())
          : found;
    }

    private Selection exactly(String namespace, Wish.Named named) {
      return serving()
          .filter(instance ->
              instance.namespace().equals(namespace) && instance.name().equals(named.name()))
          .findFirst()
          .<Selection>map(One::new)
          .orElseGet(() ->
              none("the Jaeger " + namespace + "/" + named.name(), named.place(), named.name()));
    }

    private Selection called(Wish.Named named) {
      var same =
          serving().filter(instance -> instance.name().equals(named.name())).toList();
      return oneOf(same)
          .orElseGet(() -> same.isEmpty()
              ? none("a Jaeger called " + named.name(), named.place(), named.name())
              : ambiguous(same, named.place()));
    }

    /** Whoever is served already stays where it is. */
    private Selection any(String place) {
      return bound()
          .<Selection>map(One::new)
          .or(() -> oneOf(serving().toList()))
          .orElseGet(() -> {
            var all = serving().toList();
            return all.isEmpty() ? none("a Jaeger", place, "") : ambiguous(all, place);
          });
    }

    private Optional<Selection> oneOf(List<Instance> fitting) {
      var near = fitting.stream().filter(this::isHere).toList();
      if (near.size() == 1) {
        return Optional.of(new One(near.get(0)));
      }
      return fitting.size() == 1 ? Optional.of(new One(fitting.get(0))) : Optional.empty();
    }

    private Optional<Instance> bound() {
      var recorded = candidate
          .ledger()
          .map(Ledger::instance)
          .flatMap(key -> serving()
              .filter(instance -> instance.key().equals(key) && isLabelled(instance))
              .findFirst());
      return recorded.or(
          () -> candidate.label().filter(label -> candidate.hasAgent()).flatMap(this::labelled));
    }

    /** The label follows at once when another Jaeger has the same sidecar, the record only with the next change of the template. */
    private boolean isLabelled(Instance instance) {
      return candidate
          .label()
          .filter(label -> !label.equals(Names.label(instance.name())))
          .isEmpty();
    }

    private Optional<Instance> labelled(String label) {
      var fitting = serving()
          .filter(instance -> Names.label(instance.name()).equals(label))
          .toList();
      return oneOf(fitting).map(one -> ((One) one).instance());
    }

    private Stream<Instance> serving() {
      return candidate.surroundings().instances().stream()
          .filter(instance -> !instance.terminating() && isOurs(instance));
    }

    private boolean isOurs(Instance instance) {
      return instance
          .operatedBy()
          .filter(other -> !other.equals(candidate.policy().identity()))
          .isEmpty();
    }

    private boolean isHere(Instance instance) {
      return instance.namespace().equals(candidate.namespace());
    }

    private None none(String wanted, String place, String name) {
      return new None(Reason.NO_INSTANCE, place + " asks for " + wanted + "; " + why(name));
    }

    /** What stands in the way is worth more than that nothing was found. */
    private String why(String name) {
      var others = candidate.surroundings().instances().stream()
          .filter(instance -> name.isEmpty() || instance.name().equals(name))
          .toList();
      if (others.isEmpty()) {
        return "there is none"
            + (candidate.policy().watched().isEverything() ? "" : " in the watched namespaces");
      }
      return others.stream()
          .limit(3)
          .map(instance -> instance.key()
              + (instance.terminating()
                  ? " is being deleted"
                  : isOurs(instance) ? " is in another namespace" : " belongs to another operator"))
          .collect(Collectors.joining(", "));
    }

    private static None ambiguous(List<Instance> fitting, String place) {
      var names = fitting.stream().limit(3).map(Instance::key).collect(Collectors.joining(", "));
      return new None(
          Reason.AMBIGUOUS_INSTANCE,
          place + " asks for a Jaeger and " + fitting.size() + " fit: " + names
              + (fitting.size() > 3 ? ", …" : "") + "; write namespace/name");
    }
  }
}
