package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line per verdict, as loud as somebody has to act. */
final class DecisionLog {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

  private DecisionLog() {}

  static void decided(String path, Review review, Verdict verdict) {
    var line = LOG.atLevel(level(review, verdict))
        .addKeyValue("path", path)
        .addKeyValue("uid", review.uid())
        .addKeyValue("kind", review.kind().kind())
        .addKeyValue("namespace", review.namespace())
        .addKeyValue("name", review.name())
        .addKeyValue("operation", review.operation())
        .addKeyValue("dryRun", review.dryRun());
    for (var fact : verdict.audit().entrySet()) {
      line = line.addKeyValue(fact.getKey(), fact.getValue());
    }
    line.log(message(verdict));
  }

  private static Level level(Review review, Verdict verdict) {
    if (review.dryRun()) {
      return Level.DEBUG;
    }
    if (!verdict.isAllowed()) {
      return Level.INFO;
    }
    return verdict
        .finding()
        .map(finding -> switch (verdict.shown()) {
          case WARNING -> Level.WARN;
          case EVENT -> Level.INFO;
          // Nobody else tells which Pod it was.
          case RECORD -> finding.reason().isOfFinishedPods() ? Level.WARN : Level.DEBUG;
        })
        .orElse(Level.DEBUG);
  }

  private static String message(Verdict verdict) {
    return verdict
        .finding()
        .map(finding -> finding.reason().code())
        .orElse(verdict.isAllowed() ? "allowed" : "refused");
  }
}
