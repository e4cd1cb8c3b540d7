package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Shell;

/** Every image that can be asked for, one a line, in the order of the components. */
public final class Images implements Command {
  @Override
  public Exit run(Invocation invocation, Shell shell) {
    invocation.settings().images().all().forEach(shell.out()::println);
    return Exit.OK;
  }
}
