package io.jaegertracing.operator.http.admission;

import java.time.Duration;

/**
 * How much may be asked at once, and how long an answer may take.
 *
 * @param largestBody in bytes; two objects of at most 3 MiB each, and the envelope
 * @param mostBuffered bytes of all bodies that arrive or are being answered
 * @param mostWaiting reviews that wait for lookups
 * @param lookups what all lookups of one review may take together
 * @param rounds how often one review may look something up
 */
public record Limits(
    long largestBody, long mostBuffered, int mostWaiting, Duration lookups, int rounds) {
  private static final long LARGEST_BODY = 7L * 1024 * 1024;
  /** A tree takes several times the memory of its text. */
  private static final long SHARE_OF_MEMORY = 8;

  public static Limits usual() {
    return new Limits(
        LARGEST_BODY,
        Math.max(2 * LARGEST_BODY, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY),
        256,
        Duration.ofMillis(500),
        5);
  }
}
