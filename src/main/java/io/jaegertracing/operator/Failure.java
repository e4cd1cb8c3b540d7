package io.jaegertracing.operator;

import java.io.Serial;

/** An end that the user can mend: printed as one line with cause and remedy, never with a stack trace. */
public final class Failure extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  public Failure(Exit exit, String cause, String remedy) {
    this(exit, cause + "; " + remedy);
  }

  /** Where cause and remedy are one text already. */
  public Failure(Exit exit, String text) {
    super(text);
    this.exit = exit;
  }

  public Exit exit() {
    return exit;
  }
}
