package io.jaegertracing.operator.kube.cache;

import java.time.Duration;

/**
 * How long a mirror waits.
 *
 * @param shortest after the first failure; each further one doubles it
 * @param watch after that much time the API server ends a watch, which is then asked for again
 */
record Patience(Duration shortest, Duration longest, Duration request, Duration watch) {
  static final Patience USUAL = new Patience(
      Duration.ofMillis(250),
      Duration.ofSeconds(30),
      Duration.ofSeconds(30),
      Duration.ofMinutes(5));

  private static final int MOST_DOUBLINGS = 30;

  Duration after(int failures) {
    var doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    var wait = shortest.multipliedBy(1L << doublings);
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /** A watch that has not ended by then lost its connection without noticing. */
  Duration lostWatch() {
    return watch.plus(request);
  }
}
