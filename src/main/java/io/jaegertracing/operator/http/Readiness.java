package io.jaegertracing.operator.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What must be so before requests are welcome: named checks, each with a sentence when it is not. */
public final class Readiness {
  /** Asked on an event loop at every probe: answers at once, from memory. */
  public interface Check {
    /** Why not, or nothing when ready. */
    Optional<String> objection();
  }

  /** What one check said. */
  public record Answer(String name, Optional<String> objection) {}

  private record Named(String name, Check check) {}

  private final List<Named> checks = new CopyOnWriteArrayList<>();

  public void add(String name, Check check) {
    checks.add(new Named(name, check));
  }

  /** In the order in which the checks were added. */
  public List<Answer> answers() {
    return checks.stream()
        .map(named -> new Answer(named.name(), named.check().objection()))
        .toList();
  }
}
