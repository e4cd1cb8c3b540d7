package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.settings.Given;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Verb;
import java.util.List;

/**
 * One call of a verb. A verb that serves logs the warnings and the description; those of others are already on standard
 * error.
 */
public record Invocation(
    Verb verb, Given given, Settings settings, List<String> warnings, List<String> description) {
  public Invocation with(Settings others) {
    return new Invocation(verb, given, others, warnings, description);
  }
}
