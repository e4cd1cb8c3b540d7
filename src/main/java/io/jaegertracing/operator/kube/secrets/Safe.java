package io.jaegertracing.operator.kube.secrets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.operand.Confidential;
import io.jaegertracing.operator.core.operand.Confidential.Content;
import io.jaegertracing.operator.core.operand.workload.LoginProxy;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is in Secrets that are made here. None is read but those with certificates, and of these each version once. */
public final class Safe {
  private static final int BITS = 4096;
  private static final int SEED = 32;

  /** What was learned from a version of a Secret. */
  private record Learned(String version, Instant renewal) {}

  /**
   * How it stands with the certificates of a Jaeger.
   *
   * @param due those that have to be written now, in this order
   * @param next when the next will have to be; nothing when there are none
   */
  public record Renewals(List<Confidential> due, Optional<Instant> next) {}

  private final RawApi api;
  private final Clock clock;
  private final int bits;
  private final SecureRandom random = new SecureRandom();
  private final Map<Place, Learned> known = new ConcurrentHashMap<>();

  public Safe(RawApi api, Clock clock) {
    this(api, clock, BITS);
  }

  Safe(RawApi api, Clock clock, int bits) {
    this.api = api;
    this.clock = clock;
    this.bits = bits;
  }

  /**
   * What has to be in a Secret, as its data.
   *
   * @param all of the same Jaeger
   */
  public ObjectNode content(Confidential wanted, List<Confidential> all) {
    if (wanted.content() == Content.COOKIE_SEED) {
      return data(Map.of(LoginProxy.COOKIE_KEY, seed()));
    }
    var certificates = certificates(wanted);
    var authority = certificates.authority(files(authority(all)));
    if (wanted.content() == Content.AUTHORITY) {
      return data(authority
          .map(kept -> Map.of("ca", kept.certificatePem(), "ca-key", kept.keyPem()))
          .orElseGet(certificates::newAuthority));
    }
    return data(certificates.files(
        wanted.content(),
        files(wanted),
        authority.orElseThrow(
            () -> new ApiFailure(0, "the Secret " + authority(all).name() + " is not there yet"))));
  }

  /** Nothing of Secrets that are still to be made. */
  public Renewals renewals(List<Confidential> all, Family family) {
    var certificates = all.stream().filter(one -> one.content().isCertificate()).toList();
    if (certificates.isEmpty()
        || !certificates.stream().allMatch(one -> family.own(place(one)).isPresent())) {
      return new Renewals(List.of(), Optional.empty());
    }
    if (!certificates.stream().allMatch(one -> isKnown(one, family))) {
      learn(certificates, family);
    }
    var now = clock.instant();
    var due = certificates.stream().filter(one -> !renewal(one).isAfter(now)).toList();
    // What the authority signed goes with it.
    var isAuthorityDue = due.stream().anyMatch(one -> one.content() == Content.AUTHORITY);
    return new Renewals(
        isAuthorityDue ? certificates : due,
        certificates.stream().map(this::renewal).min(Instant::compareTo));
  }

  private void learn(List<Confidential> certificates, Family family) {
    var ground = certificates(certificates.get(0));
    var authority = ground.authority(files(authority(certificates)));
    for (var one : certificates) {
      var renewal = authority
          .map(signer -> one.content() == Content.AUTHORITY
              ? signer.renewal()
              : ground.renewal(one.content(), files(one), signer))
          .orElse(Instant.EPOCH);
      known.put(place(one), new Learned(version(one, family), renewal));
    }
  }

  private boolean isKnown(Confidential one, Family family) {
    return Optional.ofNullable(known.get(place(one)))
        .filter(learned -> learned.version().equals(version(one, family)))
        .isPresent();
  }

  private Instant renewal(Confidential one) {
    return Optional.ofNullable(known.get(place(one))).map(Learned::renewal).orElse(Instant.EPOCH);
  }

  private static String version(Confidential one, Family family) {
    return family.own(place(one)).map(Child::version).orElse("");
  }

  private static Confidential authority(List<Confidential> all) {
    return all.stream()
        .filter(one -> one.content() == Content.AUTHORITY)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("certificates without an authority"));
  }

  private SearchCertificates certificates(Confidential one) {
    return new SearchCertificates(place(one).namespace(), new Issuer(bits, clock.instant()));
  }

  /** As base64, which the login takes for the bytes that it stands for. */
  private String seed() {
    var seed = new byte[SEED];
    random.nextBytes(seed);
    return Base64.getUrlEncoder().encodeToString(seed);
  }

  /** Nothing of one that is not there. */
  private Map<String, String> files(Confidential secret) {
    var place = place(secret);
    try {
      var files = new TreeMap<String, String>();
      api.get("/api/v1/namespaces/" + place.namespace() + "/secrets/" + place.name())
          .path("data")
          .properties()
          .forEach(file -> files.put(file.getKey(), decoded(file.getValue().asText())));
      return files;
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return Map.of();
      }
      throw failure;
    }
  }

  private static Place place(Confidential secret) {
    return new Place(OwnedKind.SECRET, secret.shell().getMetadata().getNamespace(), secret.name());
  }

  private static ObjectNode data(Map<String, String> files) {
    var data = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(files).forEach((name, text) -> data.put(name, encoded(text)));
    return data;
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
