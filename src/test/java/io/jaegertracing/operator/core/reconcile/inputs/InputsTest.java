package io.jaegertracing.operator.core.reconcile.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.Kids;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.inputs.Reference.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InputsTest {
  private static final Reference LOGIN = new Reference(Kind.SECRET, "login");
  private static final Reference AUTHORITY = new Reference(Kind.CONFIG_MAP, "authority");
  private static final Map<Reference, String> FIRST = Map.of(LOGIN, "1", AUTHORITY, "1");
  private static final Map<Reference, String> OTHER = Map.of(LOGIN, "2", AUTHORITY, "1");

  private final Desired own = Kids.wanted(OwnedKind.CONFIG_MAP, "ui", "{}");
  private final Desired program = Kids.wanted(OwnedKind.DEPLOYMENT, "query", """
      template:
        spec:
          volumes:
            - {name: a, configMap: {name: ui}}
            - {name: b, projected: {sources: [{configMap: {name: authority}}]}}
          containers:
            - envFrom: [{secretRef: {name: login}}]
              env: [{name: x, valueFrom: {secretKeyRef: {name: login, key: k}}}]
      """);

  @Test
  void whatIsReadIsFoundWhereverItIsNamed() {
    assertThat(Inputs.foreign(List.of(own, program))).containsExactly(LOGIN, AUTHORITY);
    assertThat(Reference.of(Kids.yaml("""
            spec:
              template:
                spec:
                  volumes: [{secret: {secretName: a}}, {configMap: {name: b}}, {projected: {sources: [{secret: {name: c}}]}}]
                  initContainers: [{envFrom: [{configMapRef: {name: d}}]}]
                  containers: [{env: [{valueFrom: {configMapKeyRef: {name: e}}}, {value: x}]}]
            """)))
        .extracting(Reference::name)
        .containsExactly("a", "c", "b", "d", "e");
  }

  @Test
  void aNewWorkloadBearsItsInputs() {
    assertThat(inputs(stamped(FIRST))).isNotEmpty();
    assertThat(seen(stamped(FIRST))).isEmpty();
  }

  @Test
  void newContentIsANewTemplateAndTheSameContentIsNot() {
    var running = Kids.applied(program, "{inputs: " + inputs(stamped(FIRST)) + "}");

    var family = Kids.family(running);

    assertThat(inputs(only(Inputs.stamped(List.of(own, program), family, FIRST))))
        .isEqualTo(inputs(stamped(FIRST)));
    assertThat(inputs(only(Inputs.stamped(List.of(own, program), family, OTHER))))
        .isNotEqualTo(inputs(stamped(FIRST)));
  }

  @Test
  void whatWeMakeOurselvesCounts() {
    var other = Kids.wanted(OwnedKind.CONFIG_MAP, "ui", "{other: 1}");

    var changed = only(Inputs.stamped(List.of(other, program), Kids.family(), FIRST));

    assertThat(inputs(changed)).isNotEqualTo(inputs(stamped(FIRST)));
  }

  @Test
  void aWorkloadThatRunsWithoutOneIsNotRestartedByTheFirstLook() {
    var taken = Kids.family(Kids.child(program, Kids.US, "", "", "{}"));

    var stamped = only(Inputs.stamped(List.of(own, program), taken, FIRST));

    assertThat(inputs(stamped)).isEmpty();
    assertThat(seen(stamped)).isNotEmpty();
  }

  @Test
  void butByTheFirstChangeAfterIt() {
    var first = seen(only(Inputs.stamped(
        List.of(own, program), Kids.family(Kids.child(program, Kids.US, "", "", "{}")), FIRST)));
    var family = Kids.family(Kids.applied(program, "{inputsSeen: " + first + "}"));

    assertThat(inputs(only(Inputs.stamped(List.of(own, program), family, FIRST))))
        .isEmpty();
    assertThat(inputs(only(Inputs.stamped(List.of(own, program), family, OTHER))))
        .isNotEmpty();
  }

  @Test
  void somethingThatIsMissingChangesNothing() {
    var running = Kids.family(Kids.applied(program, "{inputs: before}"));

    var stamped = only(Inputs.stamped(List.of(own, program), running, Map.of(LOGIN, "1")));

    assertThat(inputs(stamped)).isEqualTo("before");
  }

  @Test
  void theContentCountsAndNothingElse() {
    var one = Kids.yaml("{metadata: {resourceVersion: '1'}, data: {a: b}}");
    var same = Kids.yaml("{metadata: {resourceVersion: '2'}, data: {a: b}, binaryData: {}}");
    var other = Kids.yaml("{data: {a: c}}");

    assertThat(Content.digest(Kind.SECRET, one))
        .isEqualTo(Content.digest(Kind.SECRET, same))
        .isNotEqualTo(Content.digest(Kind.SECRET, other));
  }

  @Test
  void ofAPoolOfBrokersItCountsWhoseItIs() {
    var one = Kids.yaml("{metadata: {resourceVersion: '1'}}");
    var same = Kids.yaml("{metadata: {resourceVersion: '2', labels: {a: b}}}");
    var other = Kids.yaml("{metadata: {ownerReferences: [{controller: true, uid: somebody}]}}");

    assertThat(Content.digest(Kind.KAFKA_NODE_POOLS, one))
        .isEqualTo(Content.digest(Kind.KAFKA_NODE_POOLS, same))
        .isNotEqualTo(Content.digest(Kind.KAFKA_NODE_POOLS, other));
  }

  private Desired stamped(Map<Reference, String> contents) {
    return only(Inputs.stamped(List.of(own, program), Kids.family(), contents));
  }

  private static Desired only(List<Desired> stamped) {
    return stamped.stream()
        .filter(one -> one.place().kind() == OwnedKind.DEPLOYMENT)
        .findFirst()
        .orElseThrow();
  }

  private static String inputs(Desired workload) {
    return annotation(workload.tree().at("/spec/template/metadata"));
  }

  private static String seen(Desired workload) {
    return annotation(workload.tree().path("metadata"));
  }

  private static String annotation(JsonNode metadata) {
    return metadata.path("annotations").path(Wellknown.INPUTS).asText();
  }
}
