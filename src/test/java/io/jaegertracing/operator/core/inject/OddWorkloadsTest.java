package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an API server lets through, or a stranger sends. */
class OddWorkloadsTest {
  private static final App APP = App.deployment().asking("true");
  private static final Scene ASKING =
      Scene.simple().inNamespace("{annotations: {" + Wellknown.INJECT + ": 'true'}}");

  @Test
  void metadataThatIsMissingIsMade() {
    for (var yaml : new String[] {"{}", "{metadata: null}", "{metadata: {labels: null}}"}) {
      var workload = Trees.map(yaml);
      workload.set("spec", Trees.of("{template: {spec: {containers: [{name: a}]}}}"));
      var admitted = ASKING.admitted(APP.with(workload));
      assertThat(admitted
              .tree()
              .at("/metadata/labels/" + escaped(Wellknown.INJECTED))
              .asText())
          .isEqualTo("simplest");
      assertThat(admitted
              .templateMetadata()
              .at("/annotations/" + escaped(Wellknown.RECORD))
              .asText())
          .contains("obs/simplest");
    }
  }

  @Test
  void annotationsThatAreNullAreMade() {
    var app = APP.template("metadata", "{annotations: null, labels: null}");
    var admitted = Scene.simple().admitted(app);
    assertThat(admitted.templateMetadata().path("annotations").size()).isEqualTo(3);
    assertThat(Scene.simple().judge(admitted).patch()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "7", "true", "[]"})
  void aListOrMapOfAnotherTypeIsNamedAndLeftAlone(String yaml) {
    for (var app : new App[] {
      APP.template("metadata", "{annotations: " + yaml + "}"),
      APP.template("metadata", yaml),
      APP.metadata("labels", yaml)
    }) {
      var verdict = Scene.simple().judge(app);
      assertThat(verdict.finding().orElseThrow().reason()).isEqualTo(Reason.MALFORMED);
      assertThat(verdict.patch()).isEmpty();
      assertThat(verdict.warnings()).singleElement().asString().contains("is no map");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "7", "{}", "null", "[]"})
  void containersThatAreNoneAreNamedAndLeftAlone(String yaml) {
    assertThat(Scene.simple().finding(APP.pod("containers", yaml)).text())
        .isEqualTo("[malformed] /spec/template/spec/containers holds no container");
  }

  @Test
  void aTemplateThatIsMissingIsNoWorkload() {
    assertThat(Scene.simple().finding(APP.with(asking("{}"))).text())
        .isEqualTo("[not-a-workload] there is no /spec/template");
    assertThat(Scene.simple().reason(APP.with(asking("{template: null}"))))
        .isEqualTo(Reason.NOT_A_WORKLOAD);
    assertThat(Scene.simple().reason(APP.with(asking("{template: 7}"))))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aPodWithAGeneratedNameIsTaggedByItself() {
    var pod = App.pod().asking("true");
    pod.tree().withObject("/metadata").remove("name");
    var admitted = Scene.simple().admitted(pod.metadata("generateName", "app-"));
    assertThat(admitted.agent().path("args").path(0).asText())
        .isEqualTo("--agent.tags=cluster=undefined,container.name=web,host.ip=${HOST_IP:},"
            + "pod.name=${POD_NAME:},pod.namespace=shop");
  }

  @Test
  void anEmptyNamespaceIsTheDefaultOneOfTheService() {
    var verdict = Scene.simple().judge(APP.kind(), APP.tree(), "CREATE", "");
    assertThat(verdict.patch().orElseThrow().toString()).contains("\"myapp.default\"");
  }

  @Test
  void theLongestNamesFit() {
    var name = "n".repeat(253);
    var scene = Scene.of(Jaegers.plain("obs", "j".repeat(63)));
    var app = APP.asking("j".repeat(63)).metadata("name", name);
    var admitted = scene.admitted(app);
    assertThat(admitted.agent().path("args").path(0).asText()).contains("deployment.name=" + name);
    assertThat(scene.judge(admitted).patch()).isEmpty();
  }

  @Test
  void aNamespaceThatTheCacheDoesNotHaveIsLookedUp() {
    var lookup = new Lookup.OfNamespace(Scene.NAMESPACE);
    var unknown = Scene.simple().withoutNamespaces();
    var asking = Trees.of("{metadata: {annotations: {" + Wellknown.INJECT + ": 'true'}}}");
    assertThat(unknown.answering(lookup, new Answer.Found(asking)).reason(App.deployment()))
        .isEqualTo(Reason.INJECTED);
    assertThat(unknown.reason(App.deployment())).isEqualTo(Reason.NOT_REQUESTED);
    assertThat(unknown
            .answering(lookup, new Answer.Unanswered("too late"))
            .finding(App.deployment())
            .detail())
        .isEqualTo("namespace shop was not read: too late");
  }

  @Test
  void theSidecarOfSomebodyElseIsNotOurs() {
    var mesh = APP.pod(
        "initContainers", "[{name: mesh, restartPolicy: Always, ports: [{containerPort: 15001}]}]");
    var admitted = Scene.simple().admitted(mesh);
    assertThat(admitted.podSpec().path("initContainers"))
        .isEqualTo(mesh.podSpec().path("initContainers"));
    assertThat(admitted.podSpec().path("containers")).hasSize(2);
  }

  @Test
  void aRecordThatIsNoneIsWrittenOver() {
    var app = APP.templateAnnotated(Wellknown.RECORD, "{");
    assertThat(Scene.simple().reason(app)).isEqualTo(Reason.INJECTED);
    assertThat(Ledger.parse(Scene.simple()
            .admitted(app)
            .templateMetadata()
            .at("/annotations/" + escaped(Wellknown.RECORD))
            .asText()))
        .isPresent();
  }

  private static JsonNode asking(String spec) {
    return Trees.of(
        "{metadata: {annotations: {" + Wellknown.INJECT + ": 'true'}}, spec: " + spec + "}");
  }

  private static String escaped(String key) {
    return key.replace("/", "~1");
  }
}
