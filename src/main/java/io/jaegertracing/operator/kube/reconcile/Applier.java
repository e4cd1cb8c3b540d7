package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.reconcile.Agenda;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.Obstacle;
import io.jaegertracing.operator.core.reconcile.TakeOver;
import io.jaegertracing.operator.core.reconcile.Write;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.cache.OwnedObjects;
import io.jaegertracing.operator.kube.reconcile.numbers.Tally;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what an agenda says, in its order; the first failure ends it. */
record Applier(LiveObjects objects, OwnedObjects owned, Tally tally) {
  private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

  /** Something else stands where one of our objects would, and nobody knew before. */
  static final class InTheWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Obstacle obstacle;

    InTheWay(Obstacle obstacle) {
      super(obstacle.text());
      this.obstacle = obstacle;
    }

    Obstacle obstacle() {
      return obstacle;
    }
  }

  /** What is in a Secret is known only now. */
  void carryOut(Agenda agenda, String jaeger, UnaryOperator<Desired> filled) {
    for (var write : agenda.writes()) {
      apply(write, jaeger, filled);
    }
    for (var child : agenda.prunes()) {
      delete(child);
    }
  }

  private void apply(Write write, String jaeger, UnaryOperator<Desired> filled) {
    var desired = write.desired();
    if (write.live().isEmpty()) {
      var found = objects.metadata(desired);
      found.ifPresent(object -> claim(write, object, jaeger));
      if (found.isPresent() && desired.place().kind() == OwnedKind.SECRET) {
        owned.wrote(Child.of(OwnedKind.SECRET, objects.relabel(desired)));
        return; // What is in it stays: it is only followed again.
      }
    } else if (write.live().get().fields().isEmpty()) {
      objects.metadata(desired).ifPresent(found -> takeOver(write, found));
    }
    if (write.leavesReplicas()) {
      write
          .live()
          .ifPresent(live -> objects.keepReplicas(
              desired, kept(live.state().at("/spec/replicas").asInt(1))));
    }
    put(filled.apply(desired));
    tally.wrote(write.effect(), desired.place().kind());
    LOG.atInfo()
        .addKeyValue("object", desired.place())
        .log(write.effect().name().toLowerCase(Locale.ROOT));
  }

  /** An autoscaler leaves alone what has none. */
  private static int kept(int replicas) {
    return Math.max(replicas, 1);
  }

  /** Over what is there of it. */
  void put(Desired desired) {
    owned.wrote(Child.of(desired.place().kind(), objects.apply(desired)));
  }

  /** LiveObjects without our label are not followed, and what others made may have none. */
  private void claim(Write write, JsonNode found, String jaeger) {
    var child = Child.of(write.desired().place().kind(), found);
    Agenda.inTheWay(write.desired(), child, jaeger).ifPresent(obstacle -> {
      throw new InTheWay(obstacle);
    });
    takeOver(write, found);
  }

  /** What the Go operator wrote becomes ours, so that what we do not want of it goes. */
  private void takeOver(Write write, JsonNode found) {
    var operations = TakeOver.of(found.path("metadata"), write.desired());
    if (!operations.isEmpty()) {
      var unused = objects.patch(write.desired(), operations);
      LOG.atInfo().addKeyValue("object", write.desired().place()).log("taken over");
    }
  }

  /** One that changed meanwhile is looked at again when its event comes. */
  void delete(Child child) {
    try {
      objects.delete(child);
      tally.wrote(Write.Effect.DELETED, child.place().kind());
      LOG.atInfo().addKeyValue("object", child.place()).log("deleted, it is not wanted any more");
    } catch (ApiFailure failure) {
      if (!failure.isAbsence()) {
        throw failure;
      }
    }
  }
}
