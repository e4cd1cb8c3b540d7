package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.Health;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Job that has to end well before anything that needs its work: once for equal inputs, whatever becomes of the Job afterwards.
 *
 * @param job how it is to be made, if it has to be
 * @param place where it is or will be
 * @param obstacle why nothing may follow yet
 * @param done what has been done so far, by the name of the Job: what the Jaeger remembers
 */
record Errand(
    Optional<Desired> job,
    Place place,
    Optional<Obstacle> obstacle,
    SortedMap<String, String> done) {
  private static final int SUFFIX = 8;
  private static final int LONGEST_NAME = 63;

  static Errand of(Desired wanted, Family family, Map<String, String> done) {
    var name = wanted.place().name();
    var usual = family.own(wanted.place());
    if (done.getOrDefault(name, "").equals(wanted.digest())) {
      return new Errand(
          Optional.empty(), current(wanted, family), Optional.empty(), new TreeMap<>(done));
    }
    var taken = usual.map(job -> !isFor(wanted, job)).orElse(done.containsKey(name));
    var here = taken ? renamed(wanted) : wanted;
    return family
        .own(here.place())
        .map(job -> existing(wanted, job, done))
        .orElseGet(() -> missing(here, done));
  }

  /** What runs in the Pods of a Job, which can never change. */
  static String inputs(JsonNode job) {
    return Digest.of(job.at("/spec/template/spec"));
  }

  private static Errand missing(Desired job, Map<String, String> done) {
    return new Errand(
        Optional.of(job),
        job.place(),
        Optional.of(Obstacle.waiting(Obstacle.JOB_RUNNING, job.place() + " is to be run first")),
        new TreeMap<>(done));
  }

  private static Errand existing(Desired wanted, Child job, Map<String, String> done) {
    var remembered = new TreeMap<>(done);
    var health = Health.of(job);
    if (health.isReady()) {
      remembered.put(wanted.place().name(), wanted.digest());
      return new Errand(Optional.empty(), job.place(), Optional.empty(), remembered);
    }
    var obstacle = health.isFailed()
        ? Obstacle.stuck(
            Obstacle.JOB_FAILED, job.place() + ": " + health.why() + "; delete it to run it again")
        : Obstacle.waiting(Obstacle.JOB_RUNNING, job.place() + ": " + health.why());
    return new Errand(Optional.empty(), job.place(), Optional.of(obstacle), remembered);
  }

  /** One that we did not make is the Go operator's, and does what it did then. */
  private static boolean isFor(Desired wanted, Child job) {
    return job.applied().isEmpty() || job.applied().equals(wanted.digest());
  }

  /** Where the one is that was done, should it still be there. */
  private static Place current(Desired wanted, Family family) {
    var renamed = renamed(wanted).place();
    return family.own(renamed).isPresent() ? renamed : wanted.place();
  }

  private static Desired renamed(Desired wanted) {
    var suffix = "-" + wanted.digest().substring(0, SUFFIX);
    var name = wanted.place().name();
    var kept = name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length()));
    return wanted.named(kept + suffix);
  }
}
