package io.jaegertracing.operator.core.operand;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedObjectsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{volumeMounts: [{name: v}], volumes: [{name: v}]} | spec.volumeMounts[0].mountPath: \"mountPath\" is missing; add it",
        "{allInOne: {volumeMounts: [{mountPath: /x}]}} | spec.allInOne.volumeMounts[0].name: \"name\" is missing; add it",
        "{volumes: [{emptyDir: {}}]} | spec.volumes[0].name: \"name\" is missing; add it",
        "{env: [{value: x}]} | spec.env[0].name: \"name\" is missing; add it",
        "{env: [{name: A}, null]} | spec.env[1]: null has the wrong type; remove it, or write what is meant",
        "{ingress: {hosts: [null]}} | spec.ingress.hosts[0]: null has the wrong type; remove it, or write what is meant",
        "{ingress: {tls: [{hosts: [a], secretName: b}, null]}} | spec.ingress.tls[1]: null has the wrong type; remove it, or write what is meant",
        "{envFrom: [{prefix: A_}]} | spec.envFrom[0].configMapRef: configMapRef or secretRef is missing; add one of them",
        "{env: [{name: A, value: b, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]} | spec.env[0]: value and valueFrom exclude each other; keep one of them",
        "{tolerations: [{}]} | spec.tolerations[0].key: \"key\" is missing; add it, or write operator: Exists to bear every taint",
        "{tolerations: [{key: a, effect: Never}]} | spec.tolerations[0].effect: \"Never\" is not valid; use one of NoExecute, NoSchedule, PreferNoSchedule",
        "{allInOne: {livenessProbe: {}}} | spec.allInOne.livenessProbe.exec: exec or grpc or httpGet or tcpSocket is missing; add one of them",
        "{allInOne: {livenessProbe: {grpc: {port: 1}, periodSeconds: -1}}} | spec.allInOne.livenessProbe.periodSeconds: -1 is not valid; it must be 0 or more",
        "{allInOne: {strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}}} | spec.allInOne.strategy.rollingUpdate: Recreate and rollingUpdate exclude each other; keep one of them",
        "{resources: {limits: {cpu: abc}}} | spec.resources.limits.cpu: \"abc\" is not valid; write a quantity such as 500m or 16Gi",
        "{agent: {resources: {requests: {memory: -1Gi}}}} | spec.agent.resources.requests.memory: \"-1Gi\" is not valid; it must be 0 or more",
        "{podTemplate: {spec: {hostAliases: [{hostnames: [a]}]}}} | spec.podTemplate.spec.hostAliases[0].ip: \"ip\" is missing; add it",
        "{podTemplate: {spec: {volumes: [{emptyDir: {}}]}}} | spec.podTemplate.spec.volumes: what stands there is not valid; every volume in it needs a name",
        "{podTemplate: {spec: {ephemeralContainers: [{name: a}]}}} | spec.podTemplate.spec.ephemeralContainers: what stands there is not valid; a template has none; write containers instead",
      })
  void isRefusedWhereItStands(String spec, String reason) {
    assertThat(Rendered.of(spec).reasons()).containsExactly(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tolerations: [{operator: Exists}], resources: {}, affinity: {nodeAffinity: {}}}",
        "{volumes: [{name: v}], volumeMounts: [{name: v, mountPath: /v}], collector: {lifecycle: {}}}",
        "{podTemplate: {spec: {containers: [{name: jaeger, image: i, livenessProbe: {periodSeconds: 5}}]}}}",
        "{allInOne: {livenessProbe: {httpGet: {port: 1, httpHeaders: [{name: a, value: ''}]}}}}",
        "{query: {strategy: {}}, agent: null, labels: {a: null}}",
      })
  void isTakenWhereNothingIsMissing(String spec) {
    assertThat(Rendered.of(spec).reasons()).isEmpty();
  }
}
