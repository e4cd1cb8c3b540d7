package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.cache.OwnedObjects;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what belonged to the whole cluster and to a Jaeger that is gone, which no owner reference can do. Whatever cannot be read keeps it, and nothing has to be remembered over a restart.
 */
record Leftovers(RawApi api, OwnedObjects owned, Applier applier) {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final String JAEGERS = "/apis/jaegertracing.io/v1/jaegers?limit=500";

  Outcome sweep() {
    var strays = owned.strays();
    if (strays.isEmpty()) {
      return Outcome.DONE;
    }
    try {
      // After the strays were seen: a Jaeger that is not there by now never comes back.
      var living = living();
      strays.stream().filter(stray -> !living.contains(stray.owner())).forEach(applier::delete);
      return Outcome.DONE;
    } catch (ApiFailure failure) {
      LOG.atWarn()
          .log("what Jaegers that are gone left behind stays for now: {}", failure.getMessage());
      return Outcome.AGAIN;
    }
  }

  /** The uids of all Jaegers, whoever looks after them. */
  private Set<String> living() {
    var living = new HashSet<String>();
    var more = "";
    do {
      var page = api.listMetadata(JAEGERS + more);
      page.path("items").forEach(item -> living.add(item.at("/metadata/uid").asText()));
      var token = page.at("/metadata/continue").asText();
      more = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    } while (!more.isEmpty());
    return living;
  }
}
