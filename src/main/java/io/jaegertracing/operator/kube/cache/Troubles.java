package io.jaegertracing.operator.kube.cache;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps mirrors from reading, in the log once and not at every attempt. */
final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  private final Map<String, String> current = new TreeMap<>();

  /** The same words from several mirrors are one trouble. */
  synchronized void report(String mirror, String words) {
    if (!current.containsValue(words)) {
      LOG.atWarn().log(words);
    }
    current.put(mirror, words);
  }

  synchronized void over(String mirror) {
    var words = current.remove(mirror);
    if (words != null && !current.containsValue(words)) {
      LOG.atInfo().log("no longer: {}", words);
    }
  }

  synchronized Optional<String> of(String mirror) {
    return Optional.ofNullable(current.get(mirror));
  }
}
