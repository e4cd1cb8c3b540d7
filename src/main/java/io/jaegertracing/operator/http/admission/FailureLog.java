package io.jaegertracing.operator.http.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Defects, with their stack: each sort once in a while, for one that every review meets would fill the disk. */
final class FailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int MOST_SORTS = 100;
  private static final String ANY_OTHER = "any other";

  private record Told(long at, long since) {}

  private final LongSupplier nanos;
  private final Map<String, Told> told = new HashMap<>();

  FailureLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void failed(String path, Throwable defect) {
    var known = sort(path, defect);
    var sort = told.containsKey(known) || told.size() < MOST_SORTS ? known : ANY_OTHER;
    var now = nanos.getAsLong();
    var last = told.get(sort);
    if (last != null && now - last.at() < QUIET.toNanos()) {
      told.put(sort, new Told(last.at(), last.since() + 1));
      return;
    }
    told.put(sort, new Told(now, 0));
    LOG.atError()
        .addKeyValue("path", path)
        .addKeyValue("untold", last == null ? 0 : last.since())
        .setCause(defect)
        .log("a review failed; this is a defect");
  }

  /** By where it was thrown; messages may differ with every review, and so does the place where a stack overflows. */
  private static String sort(String path, Throwable defect) {
    var stack = defect.getStackTrace();
    var place = stack.length == 0 || defect instanceof StackOverflowError ? "" : stack[0];
    return path + " " + defect.getClass().getName() + " " + place;
  }
}
