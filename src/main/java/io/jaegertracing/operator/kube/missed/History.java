package io.jaegertracing.operator.kube.missed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose Pods were evicted, and whether that helped. Of one thread at a time, and of one term: whoever leads next begins anew. */
final class History {
  /** As many owners can be wrong about their own Pods; when more are, injection itself does not work. */
  private static final int MOST_DISAPPOINTING = 3;

  private record Past(Instant when, Set<String> known) {}

  private final Duration rest;
  private final Map<String, Past> evicted = new HashMap<>();
  private final Set<String> disappointing = new HashSet<>();

  /** So long nothing more is evicted of the same owner. */
  History(Duration rest) {
    this.rest = rest;
  }

  /**
   * A Pod of this owner was evicted.
   *
   * @param known all its Pods that were without their sidecar then
   */
  void add(String owner, Instant when, Set<String> known) {
    evicted.put(owner, new Past(when, Set.copyOf(known)));
  }

  /** Whether an owner has Pods without their sidecar that came after an eviction; true once for each owner. */
  boolean isNewlyDisappointing(String owner, List<Missed> missed) {
    var past = evicted.get(owner);
    return past != null && !past.known().containsAll(uids(missed)) && disappointing.add(owner);
  }

  boolean isUseless() {
    return disappointing.size() >= MOST_DISAPPOINTING;
  }

  boolean mayLose(String owner, Instant now) {
    var past = evicted.get(owner);
    return !disappointing.contains(owner)
        && (past == null || !now.isBefore(past.when().plus(rest)));
  }

  static Set<String> uids(List<Missed> missed) {
    return missed.stream().map(one -> one.pod().uid()).collect(Collectors.toUnmodifiableSet());
  }
}
