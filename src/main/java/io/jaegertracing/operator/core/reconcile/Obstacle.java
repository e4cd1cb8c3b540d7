package io.jaegertracing.operator.core.reconcile;

import java.util.Set;

/**
 * What keeps the rest of a Jaeger from being applied: it passes by itself, or somebody has to do something.
 *
 * @param silent whether its end is no event of this Jaeger's own objects, so that one has to look again
 */
public record Obstacle(boolean passing, String reason, String text, boolean silent) {
  static final String NAME_TAKEN = "NameTaken";
  static final String BEING_DELETED = "BeingDeleted";
  static final String STORAGE_NOT_SERVED = "StorageNotServed";
  static final String STORAGE_NOT_READY = "StorageNotReady";
  static final String JOB_RUNNING = "JobRunning";
  static final String JOB_FAILED = "JobFailed";

  private static final Set<String> OF_THE_STORAGE =
      Set.of(STORAGE_NOT_SERVED, STORAGE_NOT_READY, JOB_RUNNING, JOB_FAILED);

  public boolean isOfTheStorage() {
    return OF_THE_STORAGE.contains(reason);
  }

  static Obstacle waiting(String reason, String text) {
    return new Obstacle(true, reason, text, false);
  }

  static Obstacle stuck(String reason, String text) {
    return new Obstacle(false, reason, text, false);
  }

  Obstacle ofOthers() {
    return new Obstacle(passing, reason, text, true);
  }
}
