package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Shell;

/** What a verb does; an end that the user can mend is thrown as a {@link io.jaegertracing.operator.Failure}. */
public interface Command {
  Exit run(Invocation invocation, Shell shell);
}
