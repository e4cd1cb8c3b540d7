package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.Volume;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.checking.Parts;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What users say of Pods that do exist under this plan, and that the API server would refuse in every one of them. */
record PodCheck(JaegerPlan plan, Findings findings) {
  private static final Set<String> READING = Set.of("spec", "spec.allInOne", "spec.query");
  private static final Set<String> RECEIVING = Set.of("spec", "spec.allInOne", "spec.collector");

  void check() {
    used("spec", plan.common());
    Parts.of(plan).forEach(this::used);
    unknownVolumes();
    reservedVolumes();
    schema();
    services();
    if (plan.exposure().enabled() && !plan.platform().openShift()) {
      marks("spec.ingress", plan.exposure().own());
    }
  }

  private void used(String field, Common own) {
    marks(field, own);
    paths(field, own);
  }

  private void marks(String field, Common own) {
    var words = new Words(findings);
    words.labels(field + ".labels", own.labels());
    words.labels(field + ".nodeSelector", own.pod().nodeSelector());
    words.annotations(field + ".annotations", own.annotations());
  }

  private void schema() {
    plan.storage()
        .cassandraSchema()
        .ifPresent(job -> new Words(findings)
            .labels("spec.storage.cassandraCreateSchema.nodeSelector", job.pod().nodeSelector()));
  }

  /** Both Services, the account and what leads to the user interface exist under every strategy. */
  private void services() {
    var words = new Words(findings);
    words.annotations(
        "spec.collector.serviceAnnotations", plan.collector().service().annotations());
    words.annotations("spec.query.serviceAnnotations", plan.query().service().annotations());
    words.annotations("spec.serviceAccountAnnotations", plan.accountAnnotations());
    if (plan.exposure().enabled()) {
      words.labels("spec.ingress.labels", plan.exposure().own().labels());
      words.annotations("spec.ingress.annotations", plan.exposure().own().annotations());
    }
    var pods = Parts.of(plan);
    Stream.of(
            Map.entry("spec.collector", plan.collector().own()),
            Map.entry("spec.query", plan.query().own()))
        .filter(part -> !pods.containsKey(part.getKey()))
        .forEach(part ->
            words.annotations(part.getKey() + ".annotations", part.getValue().annotations()));
  }

  private void paths(String field, Common own) {
    var ours = foldersOfOurs(field);
    var seen = new HashSet<String>();
    for (var mount : own.volumeMounts()) {
      var path = mount.getMountPath();
      if (!ours.getOrDefault(path, mount.getName()).equals(mount.getName())) {
        refuse(field, path, "the operator mounts files there itself; choose another folder");
      } else if (!seen.add(path)) {
        refuse(field, path, "two volumes cannot be mounted on one path; choose another for one");
      }
    }
  }

  /** Where the programs of a part are told to find what the operator gives them, and in which volume that comes. */
  private Map<String, String> foldersOfOurs(String field) {
    var owner = plan.owner();
    var ours = new HashMap<String, String>();
    if (READING.contains(field) && plan.uiConfiguration().isPresent()) {
      ours.put("/etc/config", ReservedVolumes.userInterface(owner));
    }
    if (RECEIVING.contains(field) && plan.ownsSampling()) {
      ours.put("/etc/jaeger/sampling", ReservedVolumes.sampling(owner));
    }
    if (RECEIVING.contains(field) && plan.platform().openShift()) {
      ours.put("/etc/tls-config", ReservedVolumes.collectorTls(owner));
    }
    if (ReservedVolumes.hasCertificates(plan, field)) {
      ours.put("/certs", "certs");
    }
    if (plan.provisionsKafka()) {
      new KafkaClient(owner)
          .mounts()
          .forEach(mount -> ours.put(mount.getMountPath(), mount.getName()));
    }
    return ours;
  }

  private void reservedVolumes() {
    var reserved = new ReservedVolumes(plan.owner(), findings);
    var parts = new LinkedHashMap<>(Map.of("spec", plan.common()));
    parts.putAll(Parts.of(plan));
    reserved.check(plan, parts);
    if (Parts.isAgentBesideQuery(plan)) {
      reserved.checkAgentBesideQuery(plan, plan.agent().own());
    }
  }

  private void unknownVolumes() {
    var told = new HashSet<String>();
    Parts.of(plan).forEach((field, own) -> {
      var pod = Common.merge(own, plan.common());
      var known = pod.volumes().stream().map(Volume::getName).collect(Collectors.toSet());
      known.addAll(new ReservedVolumes(plan.owner(), findings).all());
      known.addAll(ofTemplates(pod));
      pod.volumeMounts().stream()
          .filter(mount -> !known.contains(mount.getName()))
          .forEach(mount -> {
            var writer = own.volumeMounts().contains(mount) ? field : "spec";
            if (told.add(writer + mount.getName())) {
              refuse(writer, mount.getName(), "there is no volume of this name; add it to volumes");
            }
          });
    });
  }

  private static Set<String> ofTemplates(Common common) {
    return common.pod().templates().stream()
        .flatMap(
            template -> StreamSupport.stream(template.at("/spec/volumes").spliterator(), false))
        .map(volume -> volume.path("name").asText())
        .collect(Collectors.toSet());
  }

  private void refuse(String field, String what, String remedy) {
    findings.refuse(Rule.BAD_MOUNT, field + ".volumeMounts", Words.quoted(what), remedy);
  }
}
