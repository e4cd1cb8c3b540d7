package io.jaegertracing.operator.core.plan;

import java.util.List;
import java.util.Optional;

/** What rendered arguments say. */
public final class Arguments {
  private Arguments() {}

  public static boolean any(List<String> arguments, String prefix) {
    return arguments.stream().anyMatch(argument -> argument.startsWith(prefix));
  }

  /** The number behind the first colon of the first such argument; anything else leaves the default. */
  public static int port(List<String> arguments, String prefix, int otherwise) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(prefix))
        .findFirst()
        .flatMap(Arguments::behindColon)
        .orElse(otherwise);
  }

  /** Health and metrics are served here; the older flag still counts. */
  public static int adminPort(List<String> arguments, int otherwise) {
    var current = "--admin.http.host-port=";
    return port(arguments, any(arguments, current) ? current : "--admin-http-port=", otherwise);
  }

  private static Optional<Integer> behindColon(String argument) {
    var colon = argument.indexOf(':');
    try {
      return colon < 0
          ? Optional.empty()
          : Optional.of(Integer.parseInt(argument.substring(colon + 1)));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
