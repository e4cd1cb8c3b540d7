package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OfferTest {
  private final Desired program = Kids.wanted(OwnedKind.DEPLOYMENT, "query", "{}");
  private final Desired kafka = Kids.wanted(OwnedKind.KAFKA, "kafka", "{}");
  private final Desired user = Kids.wanted(OwnedKind.KAFKA_USER, "kafka", "{}");
  private final Desired search = Kids.wanted(OwnedKind.ELASTICSEARCH, "search", "{}");
  private final Desired certificate = Kids.wanted(OwnedKind.SECRET, "certificates", "{}");
  private final Desired monitor = Kids.wanted(OwnedKind.SERVICE_MONITOR, "query", "{}");

  @Test
  void nothingIsMissingWhereEverythingIsServed() {
    var offer = new Offer(EnumSet.allOf(OwnedKind.class), Set.of());

    assertThat(offer.missing(List.of(program, kafka, user, search, certificate)))
        .isEmpty();
  }

  @Test
  void storageThatNobodyServesStandsInTheWayAndIsToldWithItsRemedy() {
    var offer = new Offer(Set.of(OwnedKind.DEPLOYMENT), Set.of());

    assertThat(offer.missing(List.of(program, user, kafka))).get().satisfies(obstacle -> {
      assertThat(obstacle.passing()).isFalse();
      assertThat(obstacle.isOfTheStorage()).isTrue();
      assertThat(obstacle.reason()).isEqualTo("StorageNotServed");
      assertThat(obstacle.text())
          .startsWith("the cluster does not serve the kind Kafka of kafka.strimzi.io/v1beta2")
          .contains("install Strimzi")
          .contains("kafka.producer.brokers");
    });
    assertThat(offer.missing(List.of(program, search)).orElseThrow().text())
        .contains("kind Elasticsearch of logging.openshift.io/v1")
        .contains("es.server-urls");
  }

  @Test
  void certificatesAreOfNoUseWithoutTheirElasticsearch() {
    var offer = new Offer(Set.of(OwnedKind.DEPLOYMENT), Set.of());

    assertThat(offer.missing(List.of(program, certificate)).orElseThrow().text())
        .contains("kind Elasticsearch");
  }

  @Test
  void whatWasDeclinedIsNamedByItsFlag() {
    var kinds = EnumSet.allOf(OwnedKind.class);

    assertThat(new Offer(kinds, Offer.OF_KAFKA)
            .missing(List.of(kafka))
            .orElseThrow()
            .text())
        .contains("--kafka-provision=no");
    assertThat(new Offer(kinds, Offer.OF_ELASTICSEARCH)
            .missing(List.of(search))
            .orElseThrow()
            .text())
        .contains("--es-provision=no");
  }

  @Test
  void nothingIsBegunWithoutItsStorage() {
    var agenda = new Offer(Set.of(OwnedKind.DEPLOYMENT), Set.of())
        .agenda(List.of(program, kafka), Kids.family(), Map.of());

    assertThat(agenda.writes()).isEmpty();
    assertThat(agenda.obstacle().orElseThrow().reason()).isEqualTo("StorageNotServed");
  }

  /** The operator of its storage may just be being replaced. */
  @Test
  void whatRunsIsKeptUpToDateWithoutItsStorageAndNothingIsDeleted() {
    var before = Kids.wanted(OwnedKind.DEPLOYMENT, "query", "{replicas: 1}");
    var old = Kids.wanted(OwnedKind.SERVICE, "old", "{}");

    var agenda = new Offer(Set.of(OwnedKind.DEPLOYMENT, OwnedKind.SERVICE), Set.of())
        .agenda(
            List.of(program, kafka),
            Kids.family(Kids.applied(before), Kids.applied(old)),
            Map.of());

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(program);
    assertThat(agenda.prunes()).isEmpty();
    assertThat(agenda.obstacle().orElseThrow().reason()).isEqualTo("StorageNotServed");
  }

  @Test
  void metricsCanBeDoneWithout() {
    var offer = new Offer(Set.of(OwnedKind.DEPLOYMENT), Set.of());

    assertThat(offer.missing(List.of(program, monitor))).isEmpty();
    assertThat(offer.makes(OwnedKind.SERVICE_MONITOR)).isFalse();
  }
}
