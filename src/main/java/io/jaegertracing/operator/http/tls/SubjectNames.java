package io.jaegertracing.operator.http.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The names and addresses that a certificate is good for. */
final class SubjectNames {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private SubjectNames() {}

  static List<String> of(X509Certificate certificate) throws CertificateParsingException {
    var names = certificate.getSubjectAlternativeNames();
    return names == null
        ? List.of()
        : names.stream()
            .filter(
                name -> Objects.equals(name.get(0), DNS) || Objects.equals(name.get(0), ADDRESS))
            .map(name -> canonical(String.valueOf(name.get(1))))
            .toList();
  }

  static boolean cover(List<String> names, String wanted) {
    var name = canonical(wanted);
    var dot = name.indexOf('.');
    return names.contains(name)
        || (dot > 0 && !isAddress(name) && names.contains("*" + name.substring(dot)));
  }

  /** Lower case; one spelling for every IPv6 address. */
  private static String canonical(String name) {
    if (!isAddress(name)) {
      return name.toLowerCase(Locale.ROOT);
    }
    try {
      return InetAddress.getByName(name).getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return name;
    }
  }

  /** Only what cannot be a host name is given to InetAddress, which would ask a name server otherwise. */
  static boolean isAddress(String name) {
    return name.indexOf(':') >= 0 || name.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  }
}
