package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnedFieldsTest {
  private static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: query, namespace: here, labels: {app: jaeger}, ownerReferences: [{uid: u, name: j}]}
      spec:
        clusterIP: None
        ports: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53}]
        externalIPs: [1.2.3.4]
        finalizers: []
        selector: {app: jaeger}
      """;
  private static final String OWNED = """
      f:metadata:
        f:labels: {"f:app": {}}
        f:ownerReferences: {'k:{"uid":"u"}': {}}
      f:spec:
        f:clusterIP: {}
        f:externalIPs: {'v:"1.2.3.4"': {}}
        f:ports:
          'k:{"port":53,"protocol":"TCP"}': {".": {}, "f:name": {}, "f:port": {}}
          'k:{"port":53,"protocol":"UDP"}': {".": {}, "f:name": {}, "f:port": {}, "f:protocol": {}}
        f:selector: {}
      """;

  @Test
  void theSameFieldsMatch() {
    assertThat(match(OWNED, SERVICE)).isTrue();
  }

  @Test
  void oneThatSomebodyElseTookDoesNot() {
    assertThat(match(OWNED.replace("  f:clusterIP: {}\n", ""), SERVICE)).isFalse();
    assertThat(match(OWNED.replace(", \"f:protocol\": {}", ""), SERVICE)).isFalse();
    assertThat(match(OWNED.replace("{\"f:app\": {}}", "{\"f:other\": {}}"), SERVICE))
        .isFalse();
  }

  @Test
  void oneThatIsNotWantedDoesNot() {
    assertThat(match(OWNED, SERVICE.replace("  clusterIP: None\n", ""))).isFalse();
  }

  @Test
  void anItemTooManyOrTooFewDoesNot() {
    assertThat(match(OWNED, SERVICE.replace(", {name: dns-tcp, port: 53}", ""))).isFalse();
    assertThat(match(OWNED, SERVICE.replace("[1.2.3.4]", "[1.2.3.4, 5.6.7.8]"))).isFalse();
    assertThat(match(OWNED, SERVICE.replace("[1.2.3.4]", "[5.6.7.8]"))).isFalse();
  }

  @Test
  void nothingMatchesWhatWasNeverApplied() {
    var desired = Kids.wanted(OwnedKind.SERVICE, "query", "{}");

    assertThat(OwnedFields.match(desired, Kids.child(desired, Kids.US, "", "", "{}")))
        .isFalse();
  }

  private static boolean match(String owned, String desired) {
    return OwnedFields.match(Kids.yaml(owned), Kids.yaml(desired));
  }
}
