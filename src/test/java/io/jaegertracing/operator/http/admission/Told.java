package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import java.util.function.BiFunction;

/** A judge who does as a test says. */
record Told(boolean failsOpen, BiFunction<Review, Facts, Ruling> ruling) implements Judge {
  static Told open(BiFunction<Review, Facts, Ruling> ruling) {
    return new Told(true, ruling);
  }

  static Told closed(BiFunction<Review, Facts, Ruling> ruling) {
    return new Told(false, ruling);
  }

  @Override
  public Ruling judge(Review review, Facts facts) {
    return ruling.apply(review, facts);
  }
}
