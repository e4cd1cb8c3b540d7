package io.jaegertracing.operator.support;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Chance that can be had again: every round has a seed of its own, and one that fails tells it. */
public final class Seeded {
  private static final double SHARE = Double.parseDouble(System.getProperty("random.share", "0.1"));

  private final Random random;

  private Seeded(long seed) {
    this.random = new Random(seed);
  }

  /** As many rounds as the share of the full count says, but not fewer than the least; with random.seed that one alone. */
  public static void rounds(int full, int least, Consumer<Seeded> round) {
    var given = Long.getLong("random.seed");
    if (given != null) {
      play(given, round);
      return;
    }
    var seeds = series();
    for (var rounds = Math.max(least, (int) (full * SHARE)); rounds > 0; rounds--) {
      play(seeds.nextLong(), round);
    }
  }

  /** Other seeds at every run; with random.series always the same ones, so that CI says of one tree one thing. */
  public static Random series() {
    var name = System.getProperty("random.series", "");
    return name.isEmpty() ? new Random() : new Random(name.hashCode());
  }

  private static void play(long seed, Consumer<Seeded> round) {
    try {
      round.accept(new Seeded(seed));
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError(
          "-Drandom.seed=" + seed + " plays this round again: " + failure.getMessage(), failure);
    }
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public boolean chance(int percent) {
    return below(100) < percent;
  }

  public <T> T one(List<T> list) {
    return list.get(below(list.size()));
  }

  public String word(String... words) {
    return one(Arrays.asList(words));
  }
}
