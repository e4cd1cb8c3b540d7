package io.jaegertracing.operator.core.options;

import io.jaegertracing.operator.core.Nearest;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.upgrade.Blocks;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import io.jaegertracing.operator.core.plan.upgrade.Upgrades;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The option that was meant by one that nobody knows. */
final class Spelling {
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]");
  private static final String OLDEST = "1.11.0";
  private static final int LONGEST = 64;

  private Spelling() {}

  /** Case and separators are the usual mistakes, a missing first part the next one; beyond that a few letters. */
  static Optional<String> meant(String typed, Collection<String> known) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    var plain = plain(typed);
    return known.stream()
        .filter(name -> plain(name).equals(plain))
        .findFirst()
        .or(() -> only(known, "." + typed))
        .or(() -> Nearest.within(Math.max(1, typed.length() / 5), typed, known));
  }

  /** What the versions since made of an option: several of it, another one, or none. Empty when they did nothing. */
  static Optional<Set<String>> renamed(Block block, String name, String version) {
    var written = new Blocks(Map.of(block, Flags.NONE.with(name, "true")), Optional.empty());
    var read =
        Upgrades.apply(OLDEST, version, written).blocks().of(block).values().keySet();
    return read.contains(name) ? Optional.empty() : Optional.of(new TreeSet<>(read));
  }

  private static Optional<String> only(Collection<String> known, String ending) {
    var found = known.stream().filter(name -> name.endsWith(ending)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String plain(String name) {
    return SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
