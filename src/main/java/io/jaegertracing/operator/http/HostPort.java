package io.jaegertracing.operator.http;

/** An address to listen on; port 0 lets the system choose. */
public record HostPort(String host, int port) {
  /** Java listens with it on every address of both families. */
  private static final String EVERYWHERE = "0.0.0.0";

  /** Reads {@code :8081}, {@code localhost:80} and {@code [::1]:80}; an IllegalArgumentException says what is wrong. */
  public static HostPort parse(String text) {
    var colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("\"" + text + "\" has no port; write host:port or :port");
    }
    return new HostPort(host(text, text.substring(0, colon)), port(text.substring(colon + 1)));
  }

  private static String host(String text, String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return host.substring(1, host.length() - 1);
    }
    if (host.indexOf(':') >= 0 || host.indexOf('[') >= 0 || host.indexOf(']') >= 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" needs an IPv6 address in brackets, as in [::1]:8080");
    }
    if (host.chars().anyMatch(c -> c <= ' ' || c == '/')) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no address; write host:port without a scheme");
    }
    return host.isEmpty() ? EVERYWHERE : host;
  }

  private static int port(String port) {
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      throw new IllegalArgumentException("port \"" + port + "\" is not a number from 0 to 65535");
    }
    return Integer.parseInt(port);
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
