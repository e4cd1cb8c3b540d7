package io.jaegertracing.operator.core.problem;

import io.jaegertracing.operator.core.OneLine;

/** Something that the author of one field should know, although nothing is refused. */
public record Note(Notice notice, String field, String subject) {

  /** The whole line. */
  public String text() {
    return OneLine.of(field + ": " + notice.sentence().formatted(subject) + "; " + notice.remedy());
  }

  /** The whole line, and by what it can be looked up. */
  public String tagged() {
    return "[" + notice.code() + "] " + text();
  }
}
