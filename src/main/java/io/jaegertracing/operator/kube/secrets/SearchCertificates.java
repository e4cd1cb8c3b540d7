package io.jaegertracing.operator.kube.secrets;

import io.jaegertracing.operator.core.operand.Confidential.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The certificates between an Elasticsearch and its clients, as texts by key of a Secret. What is still good stays as it is. */
final class SearchCertificates {
  /** One certificate in a Secret, and who holds it. */
  private record Entry(String certificate, String key, Holder holder) {}

  private final String namespace;
  private final Issuer issuer;

  SearchCertificates(String namespace, Issuer issuer) {
    this.namespace = namespace;
    this.issuer = issuer;
  }

  /** The one in this Secret, unless it has to be made again. */
  Optional<Identified> authority(Map<String, String> files) {
    return read(files, "ca", "ca-key").filter(found -> issuer.now().isBefore(found.renewal()));
  }

  Map<String, String> newAuthority() {
    var made = issuer.authority();
    return new TreeMap<>(Map.of("ca", made.certificatePem(), "ca-key", made.keyPem()));
  }

  /** What has to be in the Secret with this content. */
  Map<String, String> files(Content content, Map<String, String> existing, Identified authority) {
    var files = new TreeMap<String, String>();
    files.put(authorityKey(content), authority.certificatePem());
    for (var entry : entries(content)) {
      var certificate =
          good(entry, existing, authority).orElseGet(() -> issuer.issue(authority, entry.holder()));
      files.put(entry.certificate(), certificate.certificatePem());
      files.put(entry.key(), certificate.keyPem());
    }
    return files;
  }

  /** When something in the Secret with this content has to be made again: at once when it is not as it should be. */
  Instant renewal(Content content, Map<String, String> files, Identified authority) {
    var times = new ArrayList<Instant>();
    for (var entry : entries(content)) {
      times.add(good(entry, files, authority).map(Identified::renewal).orElse(Instant.EPOCH));
    }
    if (!files
        .getOrDefault(authorityKey(content), "")
        .strip()
        .equals(authority.certificatePem().strip())) {
      times.add(Instant.EPOCH);
    }
    return times.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private Optional<Identified> good(Entry entry, Map<String, String> files, Identified authority) {
    return read(files, entry.certificate(), entry.key())
        .filter(found -> found.isSignedBy(authority.certificate()))
        .filter(found -> issuer.now().isBefore(found.renewal()));
  }

  private List<Entry> entries(Content content) {
    return switch (content) {
      case NODES ->
        List.of(
            new Entry("elasticsearch.crt", "elasticsearch.key", Holder.node(namespace)),
            new Entry("logging-es.crt", "logging-es.key", Holder.server(namespace)),
            new Entry("admin-cert", "admin-key", Holder.ADMINISTRATOR));
      case PROGRAMS -> List.of(new Entry("cert", "key", Holder.PROGRAM));
      case MAINTENANCE -> List.of(new Entry("cert", "key", Holder.JOB));
      case AUTHORITY, COOKIE_SEED -> List.of();
    };
  }

  private static String authorityKey(Content content) {
    return content == Content.NODES ? "admin-ca" : "ca";
  }

  private static Optional<Identified> read(
      Map<String, String> files, String certificate, String key) {
    return Identified.read(files.getOrDefault(certificate, ""), files.getOrDefault(key, ""));
  }
}
