package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import java.util.SortedMap;
import java.util.TreeMap;

/** Certificates that OpenShift writes into a ConfigMap because of how it is marked. A key of ours would wipe out what it wrote. */
public enum Authority {
  TRUSTED("-trusted-ca", "ca-configmap"),
  SERVICE("-service-ca", "service-ca-configmap");

  private final String suffix;
  private final String component;

  Authority(String suffix, String component) {
    this.suffix = suffix;
    this.component = component;
  }

  public String suffix() {
    return suffix;
  }

  /** Of the ConfigMap of the Jaeger with this name. */
  public String name(String jaeger) {
    return jaeger + suffix;
  }

  public String component() {
    return component;
  }

  /** In the namespace of the Jaeger itself. */
  ConfigMap owned(Owner owner) {
    var name = name(owner.name());
    return empty(Identity.owned(owner, name, labels(owner), annotations()));
  }

  /** In the namespace of somebody else, where no owner may be named: an annotation says whose it is. */
  public ConfigMap lent(Owner owner, String namespace) {
    var annotations = annotations();
    annotations.put(Wellknown.LENT_BY, owner.namespace() + "/" + owner.name());
    var metadata = Identity.clusterWide(name(owner.name()), labels(owner), annotations);
    metadata.setNamespace(namespace);
    return empty(metadata);
  }

  private SortedMap<String, String> labels(Owner owner) {
    var labels = Identity.labels(owner, name(owner.name()), component);
    if (this == TRUSTED) {
      labels.put("config.openshift.io/inject-trusted-cabundle", "true");
    }
    return labels;
  }

  private SortedMap<String, String> annotations() {
    var annotations = new TreeMap<String, String>();
    if (this == SERVICE) {
      annotations.put("service.beta.openshift.io/inject-cabundle", "true");
    }
    return annotations;
  }

  private static ConfigMap empty(ObjectMeta metadata) {
    return new ConfigMapBuilder().withMetadata(metadata).build();
  }
}
