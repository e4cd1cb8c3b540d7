package io.jaegertracing.operator.core.options;

import io.jaegertracing.operator.core.plan.upgrade.JaegerVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lists of options that this operator has: of some programs, of some of their versions. */
public record OptionCatalogue(List<KnownOptions> lists) {
  public static final OptionCatalogue EMPTY = new OptionCatalogue(List.of());

  private static final JaegerVersion UNKNOWN = JaegerVersion.of(0, 0);

  public OptionCatalogue {
    lists =
        lists.stream().sorted(Comparator.comparing(OptionCatalogue::version)).toList();
  }

  /** That of the version itself, else of the one before it, else of the oldest; what is no number, such as latest, is new. */
  public Optional<KnownOptions> nearest(String program, String version) {
    var wanted = JaegerVersion.parse(version);
    var all = lists.stream().filter(list -> list.program().equals(program)).toList();
    return all.stream()
        .filter(list -> wanted.isEmpty() || version(list).compareTo(wanted.get()) <= 0)
        .reduce((earlier, later) -> later)
        .or(() -> all.stream().findFirst());
  }

  private static JaegerVersion version(KnownOptions list) {
    return JaegerVersion.parse(list.version()).orElse(UNKNOWN);
  }
}
