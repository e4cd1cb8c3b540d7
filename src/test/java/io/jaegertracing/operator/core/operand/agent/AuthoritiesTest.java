package io.jaegertracing.operator.core.operand.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Instance.Rendered;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuthoritiesTest {
  private static final Instance LENDER = instance("obs", "tracing", Plans::onOpenShift);

  @Test
  void whatASidecarMountsIsLentToOtherNamespaces() {
    var lent = of(LENDER).lent("obs/tracing", "shop");
    assertThat(lent)
        .extracting(map -> map.getMetadata().getName())
        .containsExactly("tracing-trusted-ca", "tracing-service-ca");
    assertThat(lent).allSatisfy(map -> {
      assertThat(map.getMetadata().getNamespace()).isEqualTo("shop");
      assertThat(map.getMetadata().getAnnotations())
          .containsEntry(Wellknown.LENT_BY, "obs/tracing");
      assertThat(map.getMetadata().getLabels())
          .containsEntry("app.kubernetes.io/instance", "tracing")
          .containsEntry("app.kubernetes.io/managed-by", "jaeger-operator");
    });
    assertThat(lent.get(0).getMetadata().getLabels())
        .containsEntry("config.openshift.io/inject-trusted-cabundle", "true");
    assertThat(lent.get(1).getMetadata().getAnnotations())
        .containsEntry("service.beta.openshift.io/inject-cabundle", "true");
  }

  @Test
  void dataAndOwnersAreNotEvenMentioned() {
    var trees = of(LENDER).lent("obs/tracing", "shop").stream()
        .map(map -> new ObjectMapper().<JsonNode>valueToTree(map))
        .toList();
    assertThat(trees).hasSize(2).allSatisfy(tree -> {
      assertThat(tree.fieldNames()).toIterable().containsOnly("apiVersion", "kind", "metadata");
      assertThat(tree.path("metadata").fieldNames())
          .toIterable()
          .containsOnly("name", "namespace", "labels", "annotations");
    });
  }

  @Test
  void aFolderThatTheUserMountsNeedsNothing() {
    var own = instance(
        "obs",
        "tracing",
        plans -> plans.onOpenShift().common(Commons.mount("mine", Wiring.TRUSTED_CA_FOLDER)));
    assertThat(of(own).lent("obs/tracing", "shop"))
        .extracting(map -> map.getMetadata().getName())
        .containsExactly("tracing-service-ca");
  }

  @Test
  void nothingIsLentOutsideOfOpenShiftOrByWhomNobodyKnows() {
    assertThat(of(instance("obs", "tracing", plans -> plans)).lent("obs/tracing", "shop"))
        .isEmpty();
    assertThat(of(refused("obs", "tracing")).lent("obs/tracing", "shop")).isEmpty();
    assertThat(of(LENDER).lent("obs/other", "shop")).isEmpty();
  }

  @Test
  void whereAJaegerOfThatNameIsItsOwnAreUsed() {
    assertThat(of(LENDER).lent("obs/tracing", "obs")).isEmpty();
    assertThat(
            of(LENDER, instance("shop", "tracing", Plans::onOpenShift)).lent("obs/tracing", "shop"))
        .isEmpty();
    assertThat(of(LENDER, refused("shop", "tracing")).lent("obs/tracing", "shop"))
        .isEmpty();
    assertThat(
            of(LENDER, instance("shop", "other", Plans::onOpenShift)).lent("obs/tracing", "shop"))
        .hasSize(2);
  }

  @Test
  void onlyWhatCarriesOurLabelsAndHasNoOwnerIsOurs() {
    var made = meta(lent(0));
    assertThat(Authorities.isOurs(made)).isTrue();
    assertThat(Authorities.isOurs(meta("{name: tracing-trusted-ca}"))).isFalse();
    assertThat(
            Authorities.isOurs(
                meta(
                    "{name: a, labels: {app.kubernetes.io/managed-by: Helm, app.kubernetes.io/component: ca-configmap}}")))
        .isFalse();
    assertThat(
            Authorities.isOurs(
                meta(
                    "{name: a, labels: {app.kubernetes.io/managed-by: jaeger-operator, app.kubernetes.io/component: ui-configuration}}")))
        .isFalse();
    var owner = new Meta.Owner("jaegertracing.io/v1", "Jaeger", "tracing", "1", true);
    assertThat(Authorities.isOurs(
            new Meta(made.name(), made.annotations(), made.labels(), List.of(owner))))
        .isFalse();
  }

  @Test
  void isWrittenAgainOnlyWhenSomethingIsMissing() {
    var wanted = lent(1);
    assertThat(Authorities.isAsWanted(meta(wanted), wanted)).isTrue();
    assertThat(Authorities.isAsWanted(without(Wellknown.LENT_BY, wanted), wanted))
        .isFalse();
    assertThat(Authorities.isAsWanted(
            without("service.beta.openshift.io/inject-cabundle", wanted), wanted))
        .isFalse();
    var made = meta(wanted);
    assertThat(Authorities.isAsWanted(
            new Meta(made.name(), made.annotations(), meta("{name: a}").labels(), List.of()),
            wanted))
        .isFalse();
    var ofAnother = of(instance("other", "tracing", Plans::onOpenShift))
        .lent("other/tracing", "shop")
        .get(1);
    assertThat(Authorities.isAsWanted(meta(ofAnother), wanted)).isTrue();
  }

  @Test
  void itsLenderIsGoneWhenNoJaegerThatMountsItIsLeft() {
    var made = meta(lent(0));
    assertThat(of().goneLender(made)).contains("obs/tracing");
    assertThat(of(instance("obs", "other", Plans::onOpenShift)).goneLender(made))
        .contains("obs/tracing");
    assertThat(of(instance("else", "tracing", plans -> plans)).goneLender(made))
        .contains("obs/tracing");
    assertThat(of(LENDER).goneLender(made)).isEmpty();
    assertThat(of(refused("obs", "tracing")).goneLender(made)).isEmpty();
    assertThat(of(instance("else", "tracing", Plans::onOpenShift)).goneLender(made))
        .isEmpty();
    assertThat(of(refused("else", "tracing")).goneLender(made)).isEmpty();
  }

  @Test
  void whatDoesNotNameItsLenderOrIsNotOursIsNeverOrphaned() {
    assertThat(of().goneLender(without(Wellknown.LENT_BY, lent(0)))).isEmpty();
    assertThat(of().goneLender(meta(
            "{name: tracing-trusted-ca, annotations: {jaegertracing.io/lent-by: obs/tracing}}")))
        .isEmpty();
  }

  @Test
  void aTemplateThatNamesItMountsItUntilItsJobHasEnded() {
    var pod = "{spec: {volumes: [{name: v, configMap: {name: tracing-trusted-ca}}]}}";
    var deployment = WorkloadKinds.ALL.ofResource("apps", "deployments").orElseThrow();
    var cronJob = WorkloadKinds.ALL.ofResource("batch", "cronjobs").orElseThrow();
    var job = WorkloadKinds.ALL.ofResource("batch", "jobs").orElseThrow();
    var running = tree("{spec: {template: " + pod + "}}");
    assertThat(Authorities.isMounted(deployment, running, "tracing-trusted-ca")).isTrue();
    assertThat(Authorities.isMounted(deployment, running, "tracing-service-ca")).isFalse();
    assertThat(Authorities.isMounted(
            cronJob,
            tree("{spec: {jobTemplate: {spec: {template: " + pod + "}}}}"),
            "tracing-trusted-ca"))
        .isTrue();
    var failing = "{type: Failed, status: \"False\"}, {type: Suspended, status: \"True\"}";
    assertThat(Authorities.isMounted(job, job(pod, failing), "tracing-trusted-ca"))
        .isTrue();
    var ended = "{type: SuccessCriteriaMet, status: \"True\"}, {type: Complete, status: \"True\"}";
    assertThat(Authorities.isMounted(job, job(pod, ended), "tracing-trusted-ca"))
        .isFalse();
  }

  private static JsonNode job(String pod, String conditions) {
    return tree("{spec: {template: " + pod + "}, status: {conditions: [" + conditions + "]}}");
  }

  private static ConfigMap lent(int index) {
    return of(LENDER).lent("obs/tracing", "shop").get(index);
  }

  private static Authorities of(Instance... instances) {
    return new Authorities(List.of(instances));
  }

  private static Instance instance(String namespace, String name, UnaryOperator<Plans> change) {
    var plan =
        change.apply(Plans.of(Strategy.ALL_IN_ONE).ownedBy(name, namespace)).build();
    return new Instance(
        namespace, name, false, Optional.empty(), new Rendered.Ready(AgentTemplates.of(plan)));
  }

  private static Instance refused(String namespace, String name) {
    return new Instance(
        namespace, name, false, Optional.empty(), new Rendered.Refused(List.of("a mistake")));
  }

  private static Meta without(String annotation, ConfigMap map) {
    var made = meta(map);
    var left = new TreeMap<>(made.annotations());
    left.remove(annotation);
    return new Meta(made.name(), left, made.labels(), made.owners());
  }

  private static Meta meta(ConfigMap map) {
    return Meta.of(new ObjectMapper().valueToTree(map.getMetadata()));
  }

  private static Meta meta(String yaml) {
    return Meta.of(tree(yaml));
  }

  private static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
