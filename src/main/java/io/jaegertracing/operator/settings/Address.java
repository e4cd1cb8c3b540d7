package io.jaegertracing.operator.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a server listens; port 0 lets the system choose. */
public record Address(String host, int port) {
  /** As in Go, no host means all of them, and an IPv6 address stands in brackets. */
  private static final Pattern TEXT =
      Pattern.compile("(?:\\[(?<six>[0-9A-Fa-f:.%]+)]|(?<host>[^:\\s\\[\\]]*)):(?<port>\\d+)");

  private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");

  public static Optional<Address> parse(String text) {
    var found = TEXT.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    var six = Optional.ofNullable(found.group("six"));
    var host = six.or(() -> Optional.ofNullable(found.group("host")))
        .filter(name -> !name.isEmpty())
        .orElse("0.0.0.0");
    return port(found.group("port")).map(port -> new Address(host, port));
  }

  /** The ways in which the Go operator's users switch a listener off. */
  static boolean none(String text) {
    return text.isEmpty() || text.equals("0");
  }

  static Optional<Integer> port(String text) {
    return Optional.of(text)
        .filter(digits -> DIGITS.matcher(digits).matches())
        .map(Integer::valueOf)
        .filter(number -> number <= 0xFFFF);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
