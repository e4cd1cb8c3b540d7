package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import java.util.Map;

/**
 * A Secret that Pods need and nobody can render: what is in it is made in the cluster, and known nowhere else.
 *
 * @param shell the Secret without what is in it
 */
public record Confidential(Content content, Secret shell) {
  /** What is in it. */
  public enum Content {
    /** From which the login derives the keys of its cookies. */
    COOKIE_SEED("ui-cookie"),
    /** The authority of one Elasticsearch, with its key. */
    AUTHORITY(Content.OF_ELASTICSEARCH),
    /** Of the nodes of Elasticsearch, and of who administers it. */
    NODES(Content.OF_ELASTICSEARCH),
    /** Of the programs that write and read spans. */
    PROGRAMS(Content.OF_ELASTICSEARCH),
    /** Of the jobs that look after indices. */
    MAINTENANCE(Content.OF_ELASTICSEARCH);

    private static final String OF_ELASTICSEARCH = "es-secret";

    private final String component;

    Content(String component) {
      this.component = component;
    }

    public boolean isCertificate() {
      return this != COOKIE_SEED;
    }
  }

  public static Confidential of(Owner owner, String name, Content content) {
    var labels = Identity.labels(owner, name, content.component);
    return new Confidential(
        content,
        new SecretBuilder()
            .withMetadata(Identity.owned(owner, name, labels, Map.of()))
            .withType("Opaque")
            .build());
  }

  public String name() {
    return shell.getMetadata().getName();
  }
}
