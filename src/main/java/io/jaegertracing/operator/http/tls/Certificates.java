package io.jaegertracing.operator.http.tls;

import io.vertx.core.net.KeyCertOptions;
import java.util.List;
import java.util.stream.Stream;

/** The certificate that new handshakes get; replacing it touches no open connection. */
public final class Certificates {
  /** A handshake asks for a name, a key and a chain one after the other: those just replaced stay at hand, so that it never mixes two pairs. */
  private static final int REMEMBERED = 4;

  private volatile List<ServingCertificate> newestFirst;

  public Certificates(ServingCertificate first) {
    newestFirst = List.of(first);
  }

  public ServingCertificate current() {
    return newestFirst.get(0);
  }

  public synchronized void replace(ServingCertificate newOne) {
    newestFirst =
        Stream.concat(Stream.of(newOne), newestFirst.stream()).limit(REMEMBERED).toList();
  }

  List<ServingCertificate> newestFirst() {
    return newestFirst;
  }

  /** For any number of servers; saves the key store that Vert.x would make from PEM at every start. */
  public KeyCertOptions keyCertOptions() {
    return KeyCertOptions.wrap(new CurrentKey(this));
  }
}
