package io.jaegertracing.operator.kube.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.rest.ApiRefusal;
import io.jaegertracing.operator.kube.rest.Watching;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is of interest in each object of a source: lists them once, then follows the changes. Whatever fails is tried
 * again, and until it succeeds the last good state stays; objects go when the API server says that they are gone.
 * Never more than one request, watch or wait at a time: that is the turn, and whatever belongs to an earlier one is ignored.
 */
final class Mirror<T> implements AutoCloseable {
  /** Told of every real change, in order, one at a time. */
  interface Listener<T> {
    void changed(String key, Optional<T> before, Optional<T> now);
  }

  /** What all mirrors share. */
  record Means(
      Api api, ScheduledExecutorService timer, Clock clock, Patience patience, Troubles troubles) {}

  private final Source source;
  private final Function<JsonNode, T> reader;
  private final Listener<T> listener;
  private final Means means;
  private final Map<String, T> known = new HashMap<>();

  private long turn;
  private int failures;
  private String version = "";
  private Runnable next = this::list;
  private @Nullable ScheduledFuture<?> waiting;
  private @Nullable ScheduledFuture<?> guard;
  private @Nullable Watching watching;
  private boolean closed;
  private volatile boolean settled;
  private Runnable onceSettled = () -> {};
  private Instant agreed = Instant.EPOCH;
  private volatile Instant heard;

  Mirror(Source source, Function<JsonNode, T> reader, Listener<T> listener, Means means) {
    this.source = source;
    this.reader = reader;
    this.listener = listener;
    this.means = means;
    this.heard = means.clock().instant();
  }

  synchronized void start() {
    list();
  }

  /** Whether everything was listed once, or will not be for a reason that is no failure, or was tried to be where that is enough. */
  boolean isSettled() {
    return settled;
  }

  /** Told once, at once when it is so already. */
  void whenSettled(Runnable action) {
    synchronized (this) {
      if (!settled) {
        onceSettled = action;
        return;
      }
    }
    action.run();
  }

  /** When the API server last said anything about it. */
  Instant heard() {
    return heard;
  }

  /** Ends a wait: there is reason to believe that the next attempt succeeds. */
  synchronized void hurry() {
    if (waiting != null && !closed) {
      waiting.cancel(false);
      waiting = null;
      failures = 0;
      next.run();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    rest();
  }

  private void list() {
    page("", new HashMap<>());
  }

  private void page(String continued, Map<String, T> listed) {
    var mine = begin();
    means
        .api()
        .get(source.page(continued), source.shapeOfPage(), means.patience().request())
        .whenComplete((page, failure) -> step(mine, () -> {
          if (failure != null) {
            listingFailed(failure);
          } else {
            add(page, listed);
          }
        }));
  }

  private void add(JsonNode page, Map<String, T> listed) {
    for (var item : page.path("items")) {
      listed.put(key(item), reader.apply(item));
    }
    var metadata = page.path("metadata");
    var more = metadata.path("continue").asText();
    if (more.isEmpty()) {
      replace(listed);
      version = metadata.path("resourceVersion").asText();
      well();
      settle();
      watch();
    } else {
      page(more, listed);
    }
  }

  private void settle() {
    settled = true;
    var action = onceSettled;
    onceSettled = () -> {};
    action.run();
  }

  private void replace(Map<String, T> listed) {
    known.keySet().stream()
        .filter(key -> !listed.containsKey(key))
        .sorted()
        .toList()
        .forEach(this::remove);
    listed.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> put(entry.getKey(), entry.getValue()));
  }

  private void listingFailed(Throwable failure) {
    var excuse = source.excuses().get(ApiRefusal.codeOf(failure));
    if (excuse != null && known.isEmpty()) {
      means.troubles().report(name(), excuse);
      heard = means.clock().instant();
      settle();
    } else {
      complain(failure);
      if (!source.needed()) {
        settle();
      }
    }
    again(this::list);
  }

  private void watch() {
    var mine = begin();
    var path = source.changesSince(version, means.patience().watch().toSeconds());
    guardUntil(means.patience().request(), this::unanswered);
    var asked =
        means.api().watch(path, source.shapeOfChange(), event -> step(mine, () -> apply(event)));
    watching = asked;
    asked.begun().thenRun(() -> step(mine, this::agreed));
    asked.ended().whenComplete((done, failure) -> step(mine, () -> ended(failure)));
  }

  private void agreed() {
    well();
    agreed = heard;
    guardUntil(means.patience().lostWatch(), this::lost);
  }

  private void guardUntil(Duration limit, Runnable action) {
    if (guard != null) {
      guard.cancel(false);
    }
    guard = after(limit, turn, action);
  }

  /** Nothing was promised, so nothing was missed: the watch goes on from the same version. */
  private void unanswered() {
    rest();
    complain(
        new TimeoutException("no answer within " + means.patience().request().toSeconds() + " s"));
    again(this::watch);
  }

  private void apply(JsonNode event) {
    well();
    var object = event.path("object");
    switch (event.path("type").asText()) {
      case "ADDED", "MODIFIED" -> put(key(object), reader.apply(object));
      case "DELETED" -> remove(key(object));
      case "ERROR" -> {
        ended(new ApiRefusal(object.path("code").asInt(), object.path("message").asText()));
        return;
      }
      default -> {}
    }
    failures = 0;
    version = object.path("metadata").path("resourceVersion").asText(version);
  }

  private void lost() {
    rest();
    watch();
  }

  /** The API server ends every watch in the end. After anything else, events may be missing: all is listed anew. */
  private void ended(@Nullable Throwable failure) {
    rest();
    if (failure == null) {
      ran();
      again(this::watch);
      return;
    }
    if (ApiRefusal.codeOf(failure) != ApiRefusal.GONE) {
      complain(failure);
    }
    again(this::list);
  }

  /** A quiet watch that lasted is no failure; one that ends as soon as it begins is. */
  private void ran() {
    heard = means.clock().instant();
    if (!heard.isBefore(agreed.plus(means.patience().shortest()))) {
      failures = 0;
    }
  }

  private void complain(Throwable failure) {
    var missing = ApiRefusal.codeOf(failure) == ApiRefusal.FORBIDDEN
        ? "; allow list and watch as in manifests/rbac/role.yaml"
        : "";
    means
        .troubles()
        .report(
            name(),
            "not able to read " + source.what() + ": " + ApiRefusal.textOf(failure) + missing);
  }

  private void again(Runnable attempt) {
    var mine = begin();
    next = attempt;
    failures++;
    waiting = after(means.patience().after(failures), mine, () -> {
      waiting = null;
      attempt.run();
    });
  }

  private ScheduledFuture<?> after(Duration wait, long mine, Runnable action) {
    return means.timer().schedule(() -> step(mine, action), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private long begin() {
    return ++turn;
  }

  private synchronized void step(long mine, Runnable action) {
    if (mine != turn || closed) {
      return;
    }
    try {
      action.run();
    } catch (RuntimeException defect) {
      // Whoever called would lose it, and with it the cache.
      rest();
      complain(defect);
      again(this::list);
    }
  }

  /** Whatever is under way belongs to the past. */
  private void rest() {
    turn++;
    if (guard != null) {
      guard.cancel(false);
      guard = null;
    }
    if (waiting != null) {
      waiting.cancel(false);
      waiting = null;
    }
    if (watching != null) {
      watching.cancel();
      watching = null;
    }
  }

  private void well() {
    heard = means.clock().instant();
    means.troubles().over(name());
  }

  private void put(String key, T now) {
    var before = Optional.ofNullable(known.put(key, now));
    if (!before.equals(Optional.of(now))) {
      listener.changed(key, before, Optional.of(now));
    }
  }

  private void remove(String key) {
    var before = Optional.ofNullable(known.remove(key));
    if (before.isPresent()) {
      listener.changed(key, before, Optional.empty());
    }
  }

  private String name() {
    return source.what();
  }

  private static String key(JsonNode object) {
    var metadata = object.path("metadata");
    var namespace = metadata.path("namespace").asText();
    var name = metadata.path("name").asText();
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
