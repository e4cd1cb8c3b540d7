package io.jaegertracing.operator.core.admission;

import java.util.Set;

/** What nobody knows yet and an API server can tell. Asked again with the answers, or without them when they took too long, a judge never asks for the same. */
public record Question(Set<Lookup> lookups) implements Ruling {
  public Question {
    lookups = Set.copyOf(lookups);
  }
}
