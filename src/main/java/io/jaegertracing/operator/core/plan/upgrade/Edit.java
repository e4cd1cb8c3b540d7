package io.jaegertracing.operator.core.plan.upgrade;

import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.Flags.Value;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One change of flags; a list stays a list. */
@FunctionalInterface
public interface Edit {
  Flags of(Flags flags);

  /** Where both names are given the old one wins, as it always has. */
  static Edit rename(String from, String to) {
    return flags -> {
      var value = flags.values().get(from);
      return value == null ? flags : with(flags.without(from), to, value);
    };
  }

  static Edit drop(String... names) {
    return flags -> {
      var fewer = new TreeMap<>(flags.values());
      fewer.keySet().removeAll(List.of(names));
      return new Flags(fewer);
    };
  }

  /** One flag becomes several; those that have a value of their own keep it. */
  static Edit split(String from, String... into) {
    return flags -> {
      var value = flags.values().get(from);
      if (value == null) {
        return flags;
      }
      var several = new TreeMap<>(flags.without(from).values());
      List.of(into).forEach(name -> several.putIfAbsent(name, value));
      return new Flags(several);
    };
  }

  /** A port alone becomes an address on every interface; what names a host already stays. */
  static Edit address(String name) {
    return flags -> {
      var value = flags.values().get(name);
      return value == null ? flags : with(flags, name, each(value, Edit::onEveryInterface));
    };
  }

  /** Where the first flag says this, the second one is switched on. */
  static Edit imply(String name, String text, String implied) {
    return flags ->
        flags.scalar(name).filter(text::equals).isPresent() ? flags.with(implied, "true") : flags;
  }

  private static String onEveryInterface(String text) {
    return text.isEmpty() || text.contains(":") ? text : ":" + text;
  }

  private static Flags with(Flags flags, String name, Value value) {
    var more = new TreeMap<>(flags.values());
    more.put(name, value);
    return new Flags(more);
  }

  private static Value each(Value value, UnaryOperator<String> change) {
    return value instanceof Value.One one
        ? new Value.One(change.apply(one.text()))
        : new Value.Many(((Value.Many) value).texts().stream().map(change).toList());
  }
}
