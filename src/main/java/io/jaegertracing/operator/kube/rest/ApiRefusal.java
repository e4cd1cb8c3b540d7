package io.jaegertracing.operator.kube.rest;

import java.io.Serial;
import java.util.concurrent.CompletionException;

/** An answer of the API server that is not the one hoped for. */
public final class ApiRefusal extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  public static final int UNAUTHORIZED = 401;
  public static final int FORBIDDEN = 403;
  public static final int NOT_FOUND = 404;
  public static final int GONE = 410;

  private final int code;

  public ApiRefusal(int code, String message) {
    super(message);
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The code of the answer behind a failure; 0 when there was none. */
  public static int codeOf(Throwable failure) {
    return cause(failure) instanceof ApiRefusal refusal ? refusal.code() : 0;
  }

  /** One line about a failure, whatever it was. */
  public static String textOf(Throwable failure) {
    var cause = cause(failure);
    var message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? cause(failure.getCause())
        : failure;
  }
}
