package io.jaegertracing.operator.core.options;

import io.jaegertracing.operator.core.options.KnownOptions.Setting;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds options that a program is told and does not know: with most of them it does not start. */
public final class OptionCheck {
  /** Nobody reads more, and each costs a search for the name that was meant. */
  private static final int MOST = 64;

  private static final String TLS_SWITCH = ".tls.enabled";

  private final JaegerPlan plan;
  private final List<Reader> readers;

  private OptionCheck(JaegerPlan plan, List<Reader> readers) {
    this.plan = plan;
    this.readers = readers;
  }

  /** Images are not looked at: what is in one of somebody else nobody knows, and a warning stops nothing. */
  public static List<Problem> of(JaegerPlan plan, OptionCatalogue catalogue) {
    var check = new OptionCheck(plan, Reader.of(plan, catalogue));
    return Stream.concat(check.readers.stream().flatMap(check::own), check.shared())
        .limit(MOST)
        .toList();
  }

  private Stream<Problem> own(Reader reader) {
    return strange(reader.own(), name -> reader.knows(name) || reader.isBeyondTheList(name))
        .map(name -> problem(reader.block(), name, List.of(reader)));
  }

  /** Options of the storage reach every program, as far as they are those of its storage. */
  private Stream<Problem> shared() {
    var storing =
        readers.stream().filter(reader -> reader.storage().isPresent()).toList();
    if (storing.isEmpty()) {
      return Stream.empty();
    }
    return strange(plan.storage().flags(), name -> isTaken(name, storing)).map(name -> {
      var getting = storing.stream().filter(reader -> reader.gets(name)).toList();
      return problem(Block.STORAGE, name, getting.isEmpty() ? storing : getting);
    });
  }

  private static boolean isTaken(String name, List<Reader> storing) {
    return storing.stream()
        .anyMatch(
            reader -> reader.gets(name) && (reader.knows(name) || reader.isBeyondTheList(name)));
  }

  /** The switch of TLS was added by the operator where its neighbours are strange, too. */
  private static Stream<String> strange(Flags flags, Predicate<String> isFine) {
    var strange = flags.values().keySet().stream().filter(isFine.negate()).toList();
    return strange.stream().filter(name -> !isImplied(name, strange));
  }

  private static boolean isImplied(String name, List<String> strange) {
    var prefix = name.substring(0, Math.max(0, name.length() - "enabled".length()));
    return name.endsWith(TLS_SWITCH)
        && strange.stream().anyMatch(other -> !other.equals(name) && other.startsWith(prefix));
  }

  private Problem problem(Block block, String name, List<Reader> asked) {
    var misplaced = owners(block, name, asked).or(() -> setting(name, asked));
    var rule = misplaced.isPresent() ? Rule.MISPLACED_OPTION : Rule.UNKNOWN_OPTION;
    var remedy = misplaced.orElseGet(() -> spelling(block, name, asked));
    return new Problem(
        rule, block.field() + "." + name, "\"" + name + "\"", remedy + " (" + source(asked) + ")");
  }

  private Optional<String> owners(Block block, String name, List<Reader> asked) {
    var owners = readers.stream()
        .filter(reader -> reader.knows(name))
        .filter(reader -> block == Block.STORAGE || !asked.contains(reader))
        .toList();
    if (owners.isEmpty()) {
      return Optional.empty();
    }
    var ofStorage = block != Block.STORAGE && Reader.isOf(plan.storage().type(), name);
    var place = ofStorage
        ? Block.STORAGE.field()
        : joined(" or ", owners.stream().map(reader -> reader.block().field()));
    return Optional.of("it belongs to " + programs(owners) + ": move it to " + place);
  }

  private static Optional<String> setting(String name, List<Reader> asked) {
    return asked.stream()
        .flatMap(reader ->
            reader
                .known()
                .bringing(name)
                .map(setting -> OptionCheck.needed(setting, reader))
                .stream())
        .findFirst();
  }

  private static String needed(Setting setting, Reader reader) {
    var values = setting.values().replace(",", " or ");
    return switch (setting.variable()) {
      case Reader.STORAGE ->
        "it belongs to the storage " + values + ", and this one is "
            + reader.environment().get(Reader.STORAGE);
      case Reader.METRICS ->
        "it needs "
            + reader.block().field().replace("options", "metricsStorage.type")
            + ": " + values;
      default -> "it needs " + setting + " in " + reader.block().field().replace("options", "env");
    };
  }

  private static String spelling(Block block, String name, List<Reader> asked) {
    var known = new TreeSet<String>();
    asked.forEach(reader -> reader.known().under(reader.environment()).stream()
        .filter(other -> block != Block.STORAGE || reader.gets(other))
        .forEach(known::add));
    var renamed = Spelling.renamed(block, name, asked.get(0).version());
    if (renamed.isPresent() && renamed.get().isEmpty()) {
      return "Jaeger has it no longer: remove it";
    }
    return renamed
        .filter(known::containsAll)
        .map(names -> "it is called " + String.join(" and ", names) + " now: write that")
        .or(() -> Spelling.meant(name, known).map(meant -> "did you mean " + meant + "?"))
        .orElse("remove it, unless the version that runs knows it");
  }

  private static String source(List<Reader> asked) {
    var first = asked.get(0);
    var list = "checked against " + programs(asked) + " " + first.known().version();
    return first.known().version().equals(first.version())
        ? list
        : list + ", the nearest list to " + first.version();
  }

  private static String programs(List<Reader> readers) {
    return joined(" and ", readers.stream().map(reader -> reader.known().program()));
  }

  private static String joined(String word, Stream<String> names) {
    return names.collect(Collectors.joining(word));
  }
}
