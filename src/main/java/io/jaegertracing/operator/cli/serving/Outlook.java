package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.cache.Caches.Sight;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once what cannot be done for named namespaces, because it takes a look at the whole cluster. */
final class Outlook {
  private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);

  private Outlook() {}

  static void tell(Watched watched, Sight sight) {
    if (watched.isOfTheWholeCluster()) {
      return;
    }
    var left = new ArrayList<String>();
    left.add("no ConsoleLink and no ClusterRoleBinding is made, the default class of Ingresses is"
        + " not known, and kinds that are installed later count from the next start");
    if (!sight.namespaces()) {
      left.add("annotations of the namespaces count when a workload is written, and change nothing"
          + " that runs");
    }
    if (!sight.nodes()) {
      left.add("the server's version alone decides on native sidecars");
    }
    if (!sight.definitions()) {
      left.add("when the definition of Jaegers is applied later, they are noticed within 30 s");
    }
    LOG.atInfo()
        .addKeyValue("namespaces", String.join(",", watched.names()))
        .log("only these namespaces are looked after: {}", String.join("; ", left));
  }
}
