package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Who decides, with what they may know, and who hears of it.
 *
 * @param judges by path; called on an event loop, so that they decide at once, from memory
 * @param snapshot asked once per review
 * @param kinds those that are told apart in metrics
 */
public record Court(
    SortedMap<String, Judge> judges,
    Supplier<Snapshot> snapshot,
    Asking asking,
    Observer observer,
    Set<String> kinds) {

  /** Where lookups are answered. */
  public interface Asking {
    /**
     * Never blocks its caller. Should be done within the budget, with what there is by then: nobody waits longer, and what is missing counts as
     * unanswered. Fails only when it is broken.
     */
    Future<Map<Lookup, Facts.Answer>> ask(Set<Lookup> lookups, Duration budget);
  }

  /** Hears of verdicts after they were answered, on the event loop: returns at once. Dry runs are kept from it. */
  public interface Observer {
    void decided(Review review, Verdict verdict);
  }

  public Court {
    judges = Collections.unmodifiableSortedMap(new TreeMap<>(judges));
    kinds = Set.copyOf(kinds);
  }
}
