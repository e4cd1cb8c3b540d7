package io.jaegertracing.operator.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Real clients for servers on this machine. */
public final class Loopback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Loopback() {}

  public static SSLContext trusting(String authority) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "ca",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(authority.getBytes(ISO_8859_1))));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  public static HttpClient.Builder client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1);
  }

  public static HttpResponse<String> get(HttpClient client, String url) throws Exception {
    return send(client, url, "GET");
  }

  public static HttpResponse<String> send(HttpClient client, String url, String method)
      throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url))
        .timeout(PATIENCE)
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** One connection that is kept open, with the certificate it was opened with. */
  public static final class Kept implements AutoCloseable {
    private final Socket socket;

    public Kept(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    public static Kept tls(SSLContext context, int port) throws IOException {
      var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
      socket.startHandshake();
      return new Kept(socket);
    }

    public String serial() throws IOException {
      var certificate = (java.security.cert.X509Certificate)
          ((SSLSocket) socket).getSession().getPeerCertificates()[0];
      return certificate.getSerialNumber().toString(16);
    }

    /** The status line and the headers. */
    public String get(String path) throws IOException {
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1));
      var in = socket.getInputStream();
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append(character(in));
      }
      var length = head.toString().replaceAll("(?is).*content-length: ([0-9]+).*", "$1");
      for (var i = Integer.parseInt(length); i > 0; i--) {
        character(in);
      }
      return head.toString();
    }

    public boolean isClosedByServer() throws IOException {
      return socket.getInputStream().read() < 0;
    }

    private static char character(InputStream in) throws IOException {
      var read = in.read();
      if (read < 0) {
        throw new IOException("the connection was closed");
      }
      return (char) read;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
