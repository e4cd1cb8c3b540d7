package io.jaegertracing.operator.settings;

import java.util.List;
import java.util.Map;

/** Settings as tests ask for them. */
final class Sample {
  private Sample() {}

  static Parsed.Accepted accepted(Verb verb, Given given) {
    return Settings.parse(verb, given).fold(accepted -> accepted, refused -> {
      throw new AssertionError(refused.mistakes());
    });
  }

  static Settings settings(Verb verb, List<String> flags, Map<String, String> environment) {
    return accepted(verb, given(verb, flags, environment)).settings();
  }

  static List<String> warnings(Verb verb, List<String> flags, Map<String, String> environment) {
    return accepted(verb, given(verb, flags, environment)).warnings();
  }

  static List<String> mistakes(Verb verb, List<String> flags, Map<String, String> environment) {
    return Settings.parse(verb, given(verb, flags, environment))
        .fold(accepted -> List.of(), Parsed.Refused::mistakes);
  }

  private static Given given(Verb verb, List<String> flags, Map<String, String> environment) {
    return new Given(List.of(verb.text()), environment).and(flags, Map.of());
  }
}
