package io.jaegertracing.operator.kube;

import java.io.Serial;

/** What an API server answered instead of doing it; the code is 0 when nobody answered. */
public final class ApiFailure extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int INVALID = 422;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_OF_THE_SERVER = 500;

  private final int code;

  public ApiFailure(int code, String message) {
    super(code == 0 ? message : message + " (" + code + ")");
    this.code = code;
  }

  public int code() {
    return code;
  }

  public boolean isAbsence() {
    return code == NOT_FOUND;
  }

  public boolean isConflict() {
    return code == CONFLICT;
  }

  /** An object that changed in the meantime makes a patch invalid, too. */
  public boolean isWorthAnotherTry() {
    return code == 0
        || isConflict()
        || code == INVALID
        || code == TOO_MANY_REQUESTS
        || code >= FIRST_OF_THE_SERVER;
  }
}
