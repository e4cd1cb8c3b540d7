package io.jaegertracing.operator.http;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.net.BindException;
import java.util.Locale;
import java.util.Optional;

/** An address to be served and the flag by which the user may choose another. */
public record Listener(String host, int port, String flag) {
  /** Where this machine reaches it; a listener on every address is on its loopback one, too. */
  public String reachable() {
    return switch (host) {
      case "", "0.0.0.0", "::" -> "127.0.0.1";
      default -> host;
    };
  }

  /** The system says why in English words alone. */
  Failure explain(Throwable cause) {
    var reason = Optional.ofNullable(cause.getMessage()).orElse("").toLowerCase(Locale.ROOT);
    if (reason.contains("in use")) {
      return unavailable("is in use", "stop the program that holds it or choose another");
    }
    if (reason.contains("permission denied")) {
      return unavailable("is not allowed for this user", "choose a port from 1024");
    }
    if (cause instanceof BindException && reason.contains("assign requested address")) {
      return unavailable("is no address of this machine", "choose another");
    }
    return unavailable("cannot be listened on (" + cause + ")", "choose another");
  }

  private Failure unavailable(String what, String remedy) {
    return new Failure(
        Exit.UNAVAILABLE, "port " + port + " on " + host + " " + what, remedy + " with " + flag);
  }
}
