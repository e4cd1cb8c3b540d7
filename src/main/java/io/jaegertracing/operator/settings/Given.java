package io.jaegertracing.operator.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What settings are read from: the command line, verb included, and the environment. */
public record Given(List<String> arguments, Map<String, String> environment) {
  public Given {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** A call for which this one holds the defaults: of a flag given twice the later one wins. */
  public Given and(List<String> moreArguments, Map<String, String> moreEnvironment) {
    var both = new HashMap<>(environment);
    both.putAll(moreEnvironment);
    return new Given(Stream.concat(arguments.stream(), moreArguments.stream()).toList(), both);
  }
}
