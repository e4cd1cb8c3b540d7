package io.jaegertracing.operator.kube.lookup;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Lookup;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InquiryTest {
  private static final Lookup FIRST = new Lookup.OfNamespace("first");
  private static final Lookup SECOND = new Lookup.OfNamespace("second");
  private static final Answer SILENCE = new Answer.Unanswered("late");

  @Test
  void asksUntilNothingIsOpen() {
    var inquiry = answering(Map.of(FIRST, new Answer.Absent(), SECOND, new Answer.Absent()));
    assertThat(inquiry.certain(InquiryTest::open, open -> open)).hasValue(Set.of());
  }

  @Test
  void withoutAnAnswerNothingIsCertain() {
    var inquiry = answering(Map.of(FIRST, new Answer.Absent(), SECOND, SILENCE));
    assertThat(inquiry.certain(InquiryTest::open, open -> open)).isEmpty();
    assertThat(inquiry.likely(InquiryTest::open, open -> open)).hasValue(Set.of());
  }

  @Test
  void whoAsksForTheSameAgainAndAgainIsGivenUp() {
    var asked = new AtomicInteger();
    var inquiry = new Inquiry(JaegersOnly::of, lookups -> {
      asked.incrementAndGet();
      return Map.of();
    });
    assertThat(inquiry.likely(facts -> Set.of(FIRST), open -> open)).isEmpty();
    assertThat(asked).hasValue(8);
  }

  /** One after the other. */
  private static Set<Lookup> open(Facts facts) {
    if (facts.answer(FIRST).isEmpty()) {
      return Set.of(FIRST);
    }
    return facts.answer(SECOND).isEmpty() ? Set.of(SECOND) : Set.of();
  }

  private static Inquiry answering(Map<Lookup, Answer> answers) {
    return new Inquiry(JaegersOnly::of, asked -> {
      assertThat(asked).hasSize(1);
      var one = asked.iterator().next();
      return Map.of(one, answers.get(one));
    });
  }
}
