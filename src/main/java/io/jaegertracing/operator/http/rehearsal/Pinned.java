package io.jaegertracing.operator.http.rehearsal;

import io.jaegertracing.operator.http.tls.Certificates;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the certificate that is served and no other, and insists on one of its names as API servers do. */
final class Pinned {
  private Pinned() {}

  static ClientSSLOptions trust(Certificates certificates)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("served", certificates.current().leaf());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return new ClientSSLOptions()
        .setTrustOptions(TrustOptions.wrap(trust))
        .setHostnameVerificationAlgorithm("HTTPS")
        .setUseAlpn(true)
        .setApplicationLayerProtocols(List.of("http/1.1"));
  }
}
