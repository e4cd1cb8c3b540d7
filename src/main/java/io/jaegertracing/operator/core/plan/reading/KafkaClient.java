package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.SecretVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.observed.Observed;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Notice;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;
import java.util.TreeMap;

/** How Jaeger's programs reach the Kafka that is provisioned for them: over TLS, with the user that Strimzi makes. */
record KafkaClient(Owner owner) {
  private static final String SECRETS = "/var/run/secrets/";
  private static final String SERVICE = "-kafka-bootstrap";

  void check(Observed observed, Findings findings) {
    checkName(findings);
    if (observed.kafka() == Observed.Kafka.WITH_ZOOKEEPER) {
      findings.note(Notice.ZOOKEEPER, "spec.strategy", owner.name());
    }
  }

  /** Strimzi names Services after the Kafka, and the Kafka is named after the Jaeger. */
  private void checkName(Findings findings) {
    var most = Names.LABEL - SERVICE.length();
    if (owner.name().length() > most || owner.name().contains(".")) {
      findings.refuse(
          Rule.BAD_NAME,
          "metadata.name",
          Words.quoted(owner.name()),
          "as no brokers are named, those of a Kafka called like this Jaeger are used, so that the"
              + " name has at most " + most + " characters and no dot; choose another, or name"
              + " brokers in kafka.producer.brokers and kafka.consumer.brokers");
    }
  }

  /** Of two volumes with one name only the one with the login is of use. */
  void checkVolumes(Common common, Findings findings) {
    common.volumes().stream()
        .map(Volume::getName)
        .filter(ReservedVolumes.kafka(owner)::contains)
        .forEach(name -> findings.note(Notice.VOLUME_REPLACED, "spec.volumes", Words.quoted(name)));
  }

  Flags producer(Flags flags) {
    return connect(flags, "kafka.producer.");
  }

  Flags consumer(Flags flags) {
    return connect(flags, "kafka.consumer.");
  }

  Common mount(Common common) {
    var name = owner.name();
    var secrets = new Common(
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(secret(user(), name), secret(authority(), name + "-cluster-ca-cert")),
        mounts(),
        Common.NOTHING.resources(),
        Common.NOTHING.affinity(),
        List.of(),
        Common.NOTHING.securityContext(),
        Common.NOTHING.containerSecurityContext(),
        Common.NOTHING.serviceAccount(),
        common.livenessProbe(),
        List.of(),
        Common.NOTHING.imagePullPolicy(),
        Common.NOTHING.pod());
    return Common.merge(secrets, common);
  }

  List<VolumeMount> mounts() {
    return List.of(mount(user(), owner.name()), mount(authority(), owner.name() + "-cluster-ca"));
  }

  private String user() {
    return Names.dns("kafkauser-" + owner.name(), "");
  }

  private String authority() {
    return Names.dns("kafkauser-" + owner.name(), "-cluster-ca");
  }

  private Flags connect(Flags flags, String prefix) {
    var user = SECRETS + owner.name();
    return flags
        .with(
            prefix + "brokers",
            owner.name() + SERVICE + "." + owner.namespace() + ".svc.cluster.local:9093")
        .with(prefix + "authentication", "tls")
        .with(prefix + "tls.enabled", "true")
        .with(prefix + "tls.ca", user + "-cluster-ca/ca.crt")
        .with(prefix + "tls.cert", user + "/user.crt")
        .with(prefix + "tls.key", user + "/user.key");
  }

  private static Volume secret(String volume, String secret) {
    return new VolumeBuilder()
        .withName(volume)
        .withSecret(new SecretVolumeSourceBuilder().withSecretName(secret).build())
        .build();
  }

  private static VolumeMount mount(String volume, String folder) {
    return new VolumeMountBuilder()
        .withName(volume)
        .withMountPath(SECRETS + folder)
        .build();
  }
}
