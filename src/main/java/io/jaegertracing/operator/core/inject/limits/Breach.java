package io.jaegertracing.operator.core.inject.limits;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the request and the limit of one resource break a bound, exactly where the API server finds that they do.
 *
 * @param wanted which ones would do
 * @param found which ones there are
 * @param change what has to become of which: a larger limit
 */
record Breach(String wanted, String found, Change change) {

  /** {@code direction} is larger or smaller, {@code field} request or limit. */
  record Change(String direction, String field) {
    static final Change LARGER_REQUEST = new Change("a larger", "request");
    static final Change LARGER_LIMIT = new Change("a larger", "limit");
    static final Change SMALLER_REQUEST = new Change("a smaller", "request");
    static final Change SMALLER_LIMIT = new Change("a smaller", "limit");
  }

  /** What is asked of one resource of a container or of a whole Pod. */
  record Pair(@Nullable Amount request, @Nullable Amount limit) {
    static Pair of(String resource, Amounts amounts) {
      return new Pair(amounts.requests().get(resource), amounts.limits().get(resource));
    }
  }

  /** The limit comes first: a larger request needs one that is larger, too. */
  static Optional<Breach> ofMin(Amount bound, Pair pair) {
    var request = pair.request();
    var limit = pair.limit();
    if (limit != null && bound.isMoreThan(limit)) {
      return breach("a limit of at least ", bound, limit, Change.LARGER_LIMIT);
    }
    return request == null || bound.isMoreThan(request)
        ? breach("a request of at least ", bound, request, Change.LARGER_REQUEST)
        : Optional.empty();
  }

  /** The request comes first: a smaller limit needs one that is smaller, too. */
  static Optional<Breach> ofMax(Amount bound, Pair pair) {
    var request = pair.request();
    var limit = pair.limit();
    if (request != null && request.isMoreThan(bound)) {
      return breach("a request of at most ", bound, request, Change.SMALLER_REQUEST);
    }
    return limit == null || limit.isMoreThan(bound)
        ? breach("a limit of at most ", bound, limit, Change.SMALLER_LIMIT)
        : Optional.empty();
  }

  static Optional<Breach> ofRatio(Amount bound, Pair pair) {
    var request = pair.request();
    var limit = pair.limit();
    if (request == null || request.isNothing()) {
      return breach("a request, times ", bound, request, Change.LARGER_REQUEST);
    }
    if (limit == null || limit.isNothing()) {
      return breach(
          "a limit, over the request by no more than ", bound, limit, Change.LARGER_LIMIT);
    }
    return limit.value().compareTo(request.value().multiply(bound.value())) > 0
        ? breach(
            "a limit of " + limit.text() + " to be no more than the request times ",
            bound,
            request,
            Change.LARGER_REQUEST)
        : Optional.empty();
  }

  private static Optional<Breach> breach(
      String wanted, Amount bound, @Nullable Amount found, Change change) {
    return Optional.of(
        new Breach(wanted + bound.text(), found == null ? "none" : found.text(), change));
  }
}
