package io.jaegertracing.operator;

import io.jaegertracing.operator.cli.Terminal;
import java.util.Map;

/** Calls the whole program, in this process and without an environment. */
public final class MainCall {
  private MainCall() {}

  public static Terminal of(String... arguments) {
    return Terminal.of(Main::run, Map.of(), arguments);
  }
}
