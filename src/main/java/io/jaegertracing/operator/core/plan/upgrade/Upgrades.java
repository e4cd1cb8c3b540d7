package io.jaegertracing.operator.core.plan.upgrade;

import io.jaegertracing.operator.core.plan.Flags.Value;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import io.jaegertracing.operator.core.problem.Note;
import io.jaegertracing.operator.core.problem.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads options that were written for an older Jaeger. */
public final class Upgrades {
  private static final String VERSION = "status.version";
  private static final JaegerVersion OLDEST = JaegerVersion.of(1, 11);

  private Upgrades() {}

  /** Nothing changes without a version, which means the current one, or when it is the current or a later one. */
  public static Upgraded apply(String stored, String current, Blocks blocks) {
    if (stored.isEmpty() || stored.equals(current)) {
      return new Upgraded(blocks, List.of());
    }
    var from = JaegerVersion.parse(stored);
    if (from.isEmpty()) {
      return unchanged(blocks, Notice.UNKNOWN_VERSION, "\"" + stored + "\"");
    }
    if (from.get().isBefore(OLDEST)) {
      return unchanged(blocks, Notice.VERSION_TOO_OLD, stored);
    }
    var upgraded = after(from.get(), JaegerVersion.parse(current), blocks);
    return new Upgraded(
        upgraded,
        Stream.of(Block.values())
            .flatMap(block -> note(stored, block, blocks, upgraded))
            .toList());
  }

  private static Upgraded unchanged(Blocks blocks, Notice reason, String stored) {
    return new Upgraded(blocks, List.of(new Note(reason, VERSION, stored)));
  }

  /** A target that is no number, such as latest, is later than every step. */
  private static Blocks after(JaegerVersion from, Optional<JaegerVersion> to, Blocks blocks) {
    var upgraded = blocks;
    for (var step : Steps.IN_ORDER) {
      var reached = to.isEmpty() || !to.get().isBefore(step.version());
      if (from.isBefore(step.version()) && reached) {
        upgraded = step.change().apply(upgraded);
      }
    }
    return upgraded;
  }

  private static Stream<Note> note(String stored, Block block, Blocks before, Blocks after) {
    var old = before.of(block).values();
    var current = after.of(block).values();
    var differences = Stream.of(
            named("with ", current, (name, value) -> !value.equals(old.get(name))),
            named("without ", old, (name, value) -> !current.containsKey(name)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" and "));
    return differences.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Note(Notice.OLD_OPTIONS, block.field(), stored + " and read " + differences));
  }

  private static Optional<String> named(
      String word, Map<String, Value> flags, BiPredicate<String, Value> which) {
    var names = flags.entrySet().stream()
        .filter(flag -> which.test(flag.getKey(), flag.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
    return Optional.of(word + names).filter(any -> !names.isEmpty());
  }
}
