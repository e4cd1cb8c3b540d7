package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TakeOverTest {
  private static final String METADATA = """
      resourceVersion: "12"
      managedFields:
        - {manager: kubectl, operation: Update, fieldsV1: {f:metadata: {}}}
        - manager: jaeger-operator
          operation: Update
          fieldsV1: {f:spec: {f:replicas: {}, f:template: {}}, f:data: {}}
      """;

  @Test
  void whatTheGoOperatorWroteBecomesOurs() {
    var desired = Kids.wanted(OwnedKind.DEPLOYMENT, "query", "{replicas: 2}");

    var operations = TakeOver.of(Kids.yaml(METADATA), desired);

    assertThat(operations.get(0))
        .isEqualTo(Kids.yaml("{op: test, path: /metadata/resourceVersion, value: '12'}"));
    assertThat(operations.get(1).path("path").asText()).isEqualTo("/metadata/managedFields/1");
    assertThat(operations.get(1).path("value"))
        .isEqualTo(
            Kids.yaml(
                "{manager: jaeger-operator, operation: Apply, fieldsV1: {f:spec: {f:replicas: {}, f:template: {}}}}"));
  }

  @Test
  void theCountOfPodsStaysTheAutoscalers() {
    var desired = Kids.wanted(OwnedKind.DEPLOYMENT, "query", "{template: {}}");

    var operations = TakeOver.of(Kids.yaml(METADATA), desired);

    assertThat(operations.get(1).at("/value/fieldsV1/f:spec").has("f:replicas")).isFalse();
  }

  @Test
  void thereIsNothingToDoForWhatIsOursOrOthers() {
    var desired = Kids.wanted(OwnedKind.SERVICE, "query", "{}");
    var ours = METADATA + "  - {manager: jaeger-operator, operation: Apply, fieldsV1: {}}\n";

    assertThat(TakeOver.of(Kids.yaml(ours), desired)).isEmpty();
    assertThat(TakeOver.of(Kids.yaml(METADATA.replace("jaeger-operator", "helm")), desired))
        .isEmpty();
  }
}
