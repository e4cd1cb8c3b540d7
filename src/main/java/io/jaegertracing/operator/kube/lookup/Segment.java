package io.jaegertracing.operator.kube.lookup;

import java.util.Optional;
import java.util.regex.Pattern;

/** What may become a part of a path: the words come from whoever sends a review, and must not lead elsewhere. */
final class Segment {
  /** Of the names that Kubernetes allows the widest; a name of anything else belongs to no object. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:_.-]{1,253}");

  private Segment() {}

  static Optional<String> of(String text) {
    return NAME.matcher(text).matches() && !text.equals(".") && !text.equals("..")
        ? Optional.of(text)
        : Optional.empty();
  }
}
