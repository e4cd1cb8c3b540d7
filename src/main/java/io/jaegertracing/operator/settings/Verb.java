package io.jaegertracing.operator.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the program can be asked to do. */
public enum Verb {
  START("", "run the operator on a cluster"),
  STANDALONE("", "run the webhook without a cluster, on a folder of resources"),
  GENERATE("", "print the objects that a Jaeger resource becomes"),
  INJECT("[FILE|FOLDER|-]...", "add the sidecar to workloads in files"),
  UNINJECT("[FILE|FOLDER|-]...", "take the sidecar out of workloads in files"),
  EXPLAIN("[FILE|KIND/NAME]...", "say why a workload is injected or not"),
  CHECK("", "examine an installation and say what to mend"),
  IMAGES("", "list every image that can be asked for, for mirroring"),
  VERSION("", "print versions as one line of JSON");

  static final Set<Verb> EVERY = Set.of(values());
  static final Set<Verb> SERVING = Set.of(START, STANDALONE);
  static final Set<Verb> CLUSTER = Set.of(START, CHECK);
  static final Set<Verb> RENDERING =
      Set.of(START, STANDALONE, GENERATE, INJECT, UNINJECT, EXPLAIN, IMAGES);
  static final Set<Verb> DECIDING = Set.of(START, STANDALONE, INJECT, UNINJECT, EXPLAIN);
  static final Set<Verb> OFFLINE = Set.of(STANDALONE, GENERATE, INJECT, UNINJECT, EXPLAIN);
  static final Set<Verb> WITH_FOLDER = Set.of(STANDALONE, INJECT, UNINJECT, EXPLAIN);

  private final String operands;
  private final String summary;

  Verb(String operands, String summary) {
    this.operands = operands;
    this.summary = summary;
  }

  public static Optional<Verb> named(String text) {
    return Arrays.stream(values()).filter(verb -> verb.text().equals(text)).findFirst();
  }

  /** As it is typed. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the words after the flags are described; empty when there may be none. */
  public String operands() {
    return operands;
  }

  public String summary() {
    return summary;
  }

  /** Whether it runs until it is stopped, and so speaks through its log. */
  public boolean serves() {
    return SERVING.contains(this);
  }
}
