package io.jaegertracing.operator.core.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What rendered arguments say. */
public final class Arguments {
  /** With a host, which is in brackets when it has colons itself, or without one; the programs take a bare number, too. */
  private static final Pattern HOST_PORT =
      Pattern.compile("(?:(?:\\[[^\\]]*\\]|[^:]*):)?([-+]?[0-9]+)");

  private Arguments() {}

  public static boolean any(List<String> arguments, String prefix) {
    return arguments.stream().anyMatch(argument -> argument.startsWith(prefix));
  }

  /** The port that the first such argument names; anything else leaves the default. */
  public static int port(List<String> arguments, String prefix, int otherwise) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(prefix))
        .findFirst()
        .flatMap(argument -> port(argument.substring(prefix.length())))
        .orElse(otherwise);
  }

  /** Health and metrics are served here; the older flag still counts. */
  public static int adminPort(List<String> arguments, int otherwise) {
    var current = "--admin.http.host-port=";
    return port(arguments, any(arguments, current) ? current : "--admin-http-port=", otherwise);
  }

  private static Optional<Integer> port(String address) {
    var hostPort = HOST_PORT.matcher(address);
    try {
      return hostPort.matches()
          ? Optional.of(Integer.parseInt(hostPort.group(1)))
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
