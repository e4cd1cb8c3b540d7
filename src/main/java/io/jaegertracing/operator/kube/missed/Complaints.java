package io.jaegertracing.operator.kube.missed;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stays as it is until somebody changes it is said once. */
final class Complaints {
  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

  private final Set<String> said = new HashSet<>();

  synchronized void say(String complaint) {
    if (said.add(complaint)) {
      LOG.atWarn().log(complaint);
    }
  }
}
