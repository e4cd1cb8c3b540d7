package io.jaegertracing.operator.http.tls;

import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TlsPolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "VersionTLS10", "VersionTLS11", "VersionTLS12"})
  void neverGoesBelowTls12(String minVersion) {
    assertThat(TlsPolicy.of(minVersion, List.of()).protocols())
        .containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
  }

  @Test
  void tls13CanBeTheOnlyOne() {
    assertThat(TlsPolicy.of("VersionTLS13", List.of()).protocols()).containsExactly("TLSv1.3");
  }

  @Test
  void everySuiteItKnowsIsSpokenByTheJdk() throws Exception {
    var supported =
        Arrays.asList(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
    assertThat(supported).containsAll(TlsPolicy.of("", List.of()).suites());
    assertThat(supported)
        .containsAll(
            TlsPolicy.of("", List.of("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305")).suites());
  }

  @Test
  void namesWhatIsAcceptedWhenItRefuses() {
    assertThatThrownBy(() -> TlsPolicy.of("TLS1.2", List.of()))
        .hasMessage("--tls-min-version=TLS1.2 is not known; use one of VersionTLS12, VersionTLS13");
    assertThatThrownBy(() -> TlsPolicy.of("", List.of("TLS_RSA_WITH_RC4_128_SHA")))
        .hasMessageContaining(
            "names TLS_RSA_WITH_RC4_128_SHA, which is unknown or no longer safe; use some of TLS_AES_128_GCM_SHA256");
  }
}
