package io.jaegertracing.operator.kube.missed;

import io.jaegertracing.operator.core.inject.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTest {
  private static final Instant THEN = Instant.parse("2024-01-01T00:00:00Z");

  private final History history = new History(Duration.ofHours(1));

  @Test
  void anOwnerRestsForAnHour() {
    assertThat(history.mayLose("app", THEN)).isTrue();
    history.add("app", THEN, Set.of("1"));
    assertThat(history.mayLose("app", THEN.plusSeconds(3599))).isFalse();
    assertThat(history.mayLose("app", THEN.plusSeconds(3600))).isTrue();
    assertThat(history.mayLose("other", THEN)).isTrue();
  }

  @Test
  void podsThatWereKnownAreNoDisappointment() {
    history.add("app", THEN, Set.of("1", "2"));
    assertThat(history.isNewlyDisappointing("app", pods("2"))).isFalse();
    assertThat(history.isNewlyDisappointing("other", pods("3"))).isFalse();
  }

  @Test
  void whoseNewPodIsWithoutItsSidecarLosesNoMore() {
    history.add("app", THEN, Set.of("1", "2"));
    assertThat(history.isNewlyDisappointing("app", pods("2", "3"))).isTrue();
    assertThat(history.isNewlyDisappointing("app", pods("2", "3"))).isFalse();
    assertThat(history.mayLose("app", THEN.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void threeDisappointmentsAreEnough() {
    for (var owner : List.of("a", "b", "c")) {
      assertThat(history.isUseless()).isFalse();
      history.add(owner, THEN, Set.of("1"));
      assertThat(history.isNewlyDisappointing(owner, pods("2"))).isTrue();
    }
    assertThat(history.isUseless()).isTrue();
  }

  private static List<Missed> pods(String... uids) {
    return Arrays.stream(uids)
        .map(uid -> Samples.missed("shop", uid, Reason.MISSING_SIDECAR))
        .toList();
  }
}
