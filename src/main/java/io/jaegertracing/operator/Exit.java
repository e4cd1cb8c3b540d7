package io.jaegertracing.operator;

/** How the program ends; the numbers are part of its interface. */
public enum Exit {
  OK(0),
  FAILED(1),
  /** The input was understood and refused: every reason is on standard error. */
  REFUSED(2),
  USAGE(64),
  NO_INPUT(66),
  /** Something outside the program does not answer or is taken: the cluster, a port. */
  UNAVAILABLE(69),
  INTERNAL(70),
  NO_OUTPUT(73);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
