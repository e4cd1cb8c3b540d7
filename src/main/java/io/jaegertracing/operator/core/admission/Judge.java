package io.jaegertracing.operator.core.admission;

/** Answers reviews from what is known: the same question and facts always get the same ruling. */
public interface Judge {
  Ruling judge(Review review, Facts facts);

  /** Whether a broken or overloaded judge lets everything pass, with the reason; otherwise it is an error, which leaves the decision to the registration. */
  boolean failsOpen();
}
