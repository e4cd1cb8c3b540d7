package io.jaegertracing.operator.core.operand;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What users lay over Pods is refused where it makes Pods that the API server refuses; LaidOverPodsIT asks the API server. */
class LaidOverPodsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/templates/refused.csv", delimiter = '|', quoteCharacter = '`')
  void whatTheApiServerRefusesIsRefused(String template, String reason) {
    assertThat(Rendered.of("{allInOne: {podTemplate: " + template + "}}").reasons())
        .containsExactly("spec.allInOne.podTemplate" + reason);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/templates/accepted.csv", delimiter = '|', quoteCharacter = '`')
  void whatTheApiServerTakesIsTaken(String template) {
    assertThat(Rendered.of("{allInOne: {podTemplate: " + template + "}}").reasons())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{podTemplate: {spec: {hostname: a}}, allInOne: {podTemplate: {spec: {hostname: B}}}} | spec.allInOne.podTemplate.spec.hostname: \"B\"",
        "{podTemplate: {spec: {hostname: B}}, allInOne: {podTemplate: {spec: {subdomain: a}}}} | spec.podTemplate.spec.hostname: \"B\"",
        "{podTemplate: {spec: {containers: [{name: a, image: i}]}}, allInOne: {podTemplate: {spec: {containers: [{name: jaeger, tty: true}, {name: a, image: j, ports: [{containerPort: 0}]}]}}}} | spec.allInOne.podTemplate.spec.containers[1].ports[0].containerPort: 0",
        "{resources: {limits: {cpu: 1}}, allInOne: {podTemplate: {spec: {containers: [{name: jaeger, resources: {requests: {cpu: 2}}}]}}}} | spec.allInOne.podTemplate.spec.containers[0].resources.requests.cpu: \"2\"",
        "{resources: {requests: {cpu: 2}}, allInOne: {podTemplate: {spec: {containers: [{name: jaeger, resources: {limits: {cpu: 1}}}]}}}} | spec.allInOne.podTemplate.spec.containers[0].resources.requests.cpu: \"2\"",
        "{strategy: production, storage: {type: cassandra, cassandraCreateSchema: {podTemplate: {spec: {restartPolicy: Always}}}}} | spec.storage.cassandraCreateSchema.podTemplate.spec.restartPolicy: \"Always\"",
        "{strategy: production, storage: {type: elasticsearch, options: {es: {server-urls: u, use-aliases: true}}, esRollover: {podTemplate: {spec: {restartPolicy: Always}}}}} | spec.storage.esRollover.podTemplate.spec.restartPolicy: \"Always\"",
        "{agent: {strategy: DaemonSet, podTemplate: {spec: {restartPolicy: Never}}}} | spec.agent.podTemplate.spec.restartPolicy: \"Never\"",
      })
  void theTemplateThatSaysItIsNamed(String spec, String beginning) {
    assertThat(Rendered.of(spec).reasons())
        .singleElement()
        .asString()
        .startsWith(beginning + " is not valid; ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{spec: {hostNetwork: 'true'}} | .spec.hostNetwork: what stands there is not valid; \"kubectl explain pod.spec.hostNetwork\" says what is expected",
        "{spec: {hostname: 5}} | .spec.hostname: what stands there is not valid; \"kubectl explain pod.spec.hostname\" says what is expected",
        "{spec: {terminationGracePeriodSeconds: '5'}} | .spec.terminationGracePeriodSeconds: what stands there is not valid; \"kubectl explain pod.spec.terminationGracePeriodSeconds\" says what is expected",
        "{metadata: {labels: {a: 5}}} | .metadata.labels.a: what stands there is not valid; \"kubectl explain pod.metadata.labels.a\" says what is expected",
        "{spec: {hostnam: a}} | .spec.hostnam: \"hostnam\" is no field that is known here; did you mean hostname?",
        "{spec: {containers: [{name: other, image: i}, {name: jaeger, env: [{name: A, valeu: {a: b}}]}]}} | .spec.containers[1].env[0].valeu: \"valeu\" is no field that is known here; did you mean value?",
        "{spec: {imagePullSecrets: [{}]}} | .spec.imagePullSecrets[0].name: \"name\" is missing; add it",
        "{spec: {tolerations: [null]}} | .spec.tolerations[0]: null is not valid; remove it, or write what is meant",
        "{spec: {containers: [{name: jaeger, $patch: delete}]}} | .spec.containers[0].$patch: an instruction of kubectl patch is not valid; templates are merged without such; write null for what shall be removed",
      })
  void whatIsNoTemplateIsRefused(String template, String reason) {
    assertThat(Rendered.of("{allInOne: {podTemplate: " + template + "}}").reasons())
        .containsExactly("spec.allInOne.podTemplate" + reason);
  }

  /** When something is made the API server merely warns of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{spec: {containers: [{name: jaeger, ports: [{name: mine, containerPort: 16686}]}]}} | ports[0].containerPort: 16686 is not valid; another port of this container has this number; keep one of them",
        "{spec: {containers: [{name: other, image: i, env: [{name: A}, {name: A}]}]}} | env[1].name: \"A\" is not valid; another variable of this container has this name; keep one of them",
      })
  void whatCannotBeAppliedIsRefused(String template, String reason) {
    assertThat(Rendered.of("{allInOne: {podTemplate: " + template + "}}").reasons())
        .singleElement()
        .asString()
        .endsWith(reason);
  }
}
