package io.jaegertracing.operator;

/** How the program ends; the numbers are part of its interface. */
public enum Exit {
  OK(0, "done"),
  FAILED(1, "the work was tried and failed"),
  REFUSED(2, "the input was understood and refused; every reason is on standard error"),
  USAGE(64, "a mistake in flags, environment or config file"),
  NO_INPUT(66, "an input cannot be read"),
  UNAVAILABLE(69, "something outside does not answer or is taken: the cluster, a port"),
  INTERNAL(70, "a defect of the program"),
  NO_OUTPUT(73, "an output cannot be written"),
  OUTDATED(75, "the cluster became an OpenShift, or is none any more: to be started again");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
