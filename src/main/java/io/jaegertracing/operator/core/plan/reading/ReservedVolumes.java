package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.Volume;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Notice;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Volumes that programs are told to read: a user's volume of the same name would take their place, and the program would not start. */
record ReservedVolumes(Owner owner, Findings findings) {
  private static final String CERTIFICATES = "certs";
  private static final String PLUGIN = "plugin-volume";
  private static final Set<String> WITHOUT_CERTIFICATES =
      Set.of("spec.agent", "spec.storage.dependencies");
  private static final Set<String> PROGRAMS =
      Set.of("spec", "spec.allInOne", "spec.collector", "spec.query", "spec.ingester");

  /** Those that are reserved under every plan. */
  void check(String field, Common common) {
    refuse(field, common, always());
  }

  /** Those that only some Pods of this plan mount, by the field that speaks of these Pods. */
  void check(JaegerPlan plan, Map<String, Common> parts) {
    parts.forEach((field, own) -> {
      refuse(field, own, reserved(plan, field));
      if (plan.platform().openShift()) {
        names(own)
            .filter(authorities(owner)::contains)
            .forEach(name ->
                findings.note(Notice.OWN_AUTHORITY, field + ".volumes", Words.quoted(name)));
      }
    });
  }

  /** The agent beside query brings its volumes into the Pod of query. */
  void checkAgentBesideQuery(JaegerPlan plan, Common agent) {
    refuse("spec.agent", agent, always());
    refuse("spec.agent", agent, reserved(plan, "spec.query"));
  }

  private Set<String> reserved(JaegerPlan plan, String field) {
    var names = new HashSet<String>();
    if (hasCertificates(plan, field)) {
      names.add(CERTIFICATES);
    }
    if (plan.storage().type() == Storage.Type.GRPC_PLUGIN && PROGRAMS.contains(field)) {
      names.add(PLUGIN);
    }
    // Those of the instance are replaced before anything is checked.
    if (plan.provisionsKafka() && !field.equals("spec")) {
      names.addAll(kafka(owner));
    }
    return names;
  }

  /** Of an Elasticsearch that is provisioned. */
  static boolean hasCertificates(JaegerPlan plan, String field) {
    var streaming = plan.strategy() == Strategy.STREAMING;
    return plan.storage().selfProvisioned().isPresent()
        && plan.strategy() != Strategy.ALL_IN_ONE
        && !WITHOUT_CERTIFICATES.contains(field)
        && !(streaming && field.equals("spec.collector"));
  }

  private void refuse(String field, Common common, Set<String> reserved) {
    names(common)
        .filter(reserved::contains)
        .forEach(name -> findings.refuse(
            Rule.RESERVED_VOLUME,
            field + ".volumes",
            Words.quoted(name),
            "the operator mounts a volume of this name itself; choose another"));
  }

  private static Stream<String> names(Common common) {
    return common.volumes().stream().map(Volume::getName);
  }

  private Set<String> always() {
    return Set.of(
        userInterface(owner),
        sampling(owner),
        collectorTls(owner),
        Names.dns(owner.name(), "-ui-cookie"),
        Names.dns(owner.name(), "-ui-oauth-proxy-tls"));
  }

  static String userInterface(Owner owner) {
    return Names.dns(owner.name(), "-ui-configuration-volume");
  }

  static String sampling(Owner owner) {
    return Names.dns(owner.name(), "-sampling-configuration-volume");
  }

  static String collectorTls(Owner owner) {
    return Names.dns(owner.name(), "-collector-tls-config-volume");
  }

  static Set<String> kafka(Owner owner) {
    return Set.of(
        Names.dns("kafkauser-" + owner.name(), ""),
        Names.dns("kafkauser-" + owner.name(), "-cluster-ca"));
  }

  private static Set<String> authorities(Owner owner) {
    return Set.of(Names.dns(owner.name(), "-trusted-ca"), Names.dns(owner.name(), "-service-ca"));
  }

  /** Every volume of the operator's, for a user who mounts one in a second place. */
  Set<String> all() {
    var names = new HashSet<>(always());
    names.addAll(kafka(owner));
    names.addAll(authorities(owner));
    names.add(CERTIFICATES);
    names.add(PLUGIN);
    return names;
  }
}
