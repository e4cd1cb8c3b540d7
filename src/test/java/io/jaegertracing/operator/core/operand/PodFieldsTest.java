package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PodFieldsTest {
  private static final String ELASTICSEARCH =
      "{type: elasticsearch, options: {es: {server-urls: u, use-aliases: true}}, dependencies: {enabled: true}";

  @Test
  void variablesComeAfterOursAndTakeTheirPlace() {
    var container = Rendered.of("""
        {env: [{name: A, value: all}, {name: B, value: $(A)}],
          allInOne: {env: [{name: SPAN_STORAGE_TYPE, value: badger}, {name: A, value: own}]}}
        """).container("simple");
    assertThat(container.getEnv())
        .extracting(EnvVar::getName, EnvVar::getValue)
        .endsWith(tuple("B", "$(A)"), tuple("SPAN_STORAGE_TYPE", "badger"), tuple("A", "own"))
        .contains(tuple("JAEGER_DISABLED", "false"));
    assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
  }

  @Test
  void aVariableFromASecretReachesJobs() {
    var job = Rendered.of("{strategy: production, storage: " + ELASTICSEARCH + ", " + """
            esIndexCleaner: {env: [{name: ES_PASSWORD, valueFrom: {secretKeyRef: {name: s, key: k}}}]}}}
            """)
        .container("simple-es-index-cleaner");
    assertThat(job.getEnv())
        .filteredOn(variable -> variable.getName().equals("ES_PASSWORD"))
        .singleElement()
        .satisfies(variable ->
            assertThat(variable.getValueFrom().getSecretKeyRef().getKey()).isEqualTo("k"));
  }

  @Test
  void theSourcesOfAComponentHaveTheLastWord() {
    var container = Rendered.of("""
        {envFrom: [{configMapRef: {name: all}}], storage: {secretName: login},
          allInOne: {envFrom: [{secretRef: {name: own}}]}}
        """).container("simple");
    assertThat(container.getEnvFrom())
        .extracting(source -> source.getSecretRef() == null
            ? source.getConfigMapRef().getName()
            : source.getSecretRef().getName())
        .containsExactly("login", "all", "own");
  }

  @Test
  void podsAreSpreadAmongThoseOfTheirOwnComponent() {
    var rendered = Rendered.of("""
        {strategy: production, storage: {type: cassandra},
          topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule},
            {maxSkew: 1, topologyKey: node, whenUnsatisfiable: ScheduleAnyway}],
          query: {topologySpreadConstraints: [{maxSkew: 2, topologyKey: zone,
            whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {a: b}}}]}}
        """);
    assertThat(rendered.pods("simple-collector").getSpec().getTopologySpreadConstraints())
        .allSatisfy(rule -> assertThat(rule.getLabelSelector().getMatchLabels())
            .containsEntry("app.kubernetes.io/component", "collector")
            .hasSize(6));
    assertThat(rendered.pods("simple-query").getSpec().getTopologySpreadConstraints())
        .extracting(
            rule -> rule.getTopologyKey(),
            rule -> rule.getMaxSkew(),
            rule -> rule.getLabelSelector().getMatchLabels().size())
        .containsExactly(tuple("zone", 2, 1), tuple("node", 1, 6));
  }

  @Test
  void nodesAndPriorityReachEveryPod() {
    var rendered = Rendered.of("""
        {strategy: streaming, nodeSelector: {pool: a, disk: slow}, priorityClassName: high,
          agent: {strategy: DaemonSet, nodeSelector: {disk: fast}, priorityClassName: low},
          storage:\s""" + ELASTICSEARCH + "}}");
    assertThat(rendered.pods())
        .hasSizeGreaterThan(7)
        .allSatisfy(
            pods -> assertThat(pods.getSpec().getNodeSelector()).containsEntry("pool", "a"));
    assertThat(rendered.pods("simple-ingester").getSpec().getPriorityClassName())
        .isEqualTo("high");
    var agents = rendered.pods("simple-agent-daemonset").getSpec();
    assertThat(agents.getPriorityClassName()).isEqualTo("low");
    assertThat(agents.getNodeSelector()).containsEntry("disk", "fast").containsEntry("pool", "a");
  }

  @Test
  void theJobForCassandraHasWordsOfItsOwn() {
    var job = Rendered.of("""
        {strategy: production, priorityClassName: all,
          collector: {priorityClassName: collector, env: [{name: A, value: b}], nodeSelector: {a: b},
            podTemplate: {spec: {containers: [{name: jaeger-collector, tty: true}]}}},
          storage: {type: cassandra, cassandraCreateSchema: {nodeSelector: {c: d}}}}
        """).pods("simple-cassandra-schema-job").getSpec();
    assertThat(job.getPriorityClassName()).isEqualTo("all");
    assertThat(job.getNodeSelector()).containsOnlyKeys("c");
    assertThat(job.getContainers())
        .singleElement()
        .satisfies(container ->
            assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotContain("A"));
  }

  @Test
  void probesAreReplacedAndAdded() {
    var container = Rendered.of("""
        {allInOne: {readinessProbe: {tcpSocket: {port: 16686}, periodSeconds: 3},
          startupProbe: {tcpSocket: {port: 16686}, failureThreshold: 30}}}
        """).container("simple");
    assertThat(container.getReadinessProbe().getPeriodSeconds()).isEqualTo(3);
    assertThat(container.getReadinessProbe().getHttpGet()).isNull();
    assertThat(container.getStartupProbe().getFailureThreshold()).isEqualTo(30);
    assertThat(container.getLivenessProbe().getFailureThreshold()).isEqualTo(5);
  }

  @Test
  void aQueryThatNamesItselfIsNotNamedTwice() {
    var container = Rendered.of("""
        {strategy: streaming, storage: {type: cassandra},
          query: {env: [{name: JAEGER_SERVICE_NAME, value: own}]}, agent: {env: [{name: A, value: b}]}}
        """).pods("simple-query").getSpec().getContainers();
    assertThat(container)
        .extracting(Container::getName)
        .containsExactly("jaeger-query", "jaeger-agent");
    assertThat(container.get(0).getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
    assertThat(container.get(1).getEnv()).contains(new EnvVar("A", "b", null));
  }

  @Test
  void whatHasNoWordStaysAsItWas() {
    assertThat(Rendered.of("{env: [], envFrom: [], nodeSelector: {a: null}, podTemplate: null}")
            .objects())
        .isEqualTo(Rendered.of("{}").objects());
    assertThat(Rendered.of("{podTemplate: {}}").objects())
        .isEqualTo(Rendered.of("{}").objects());
    assertThat(List.copyOf(Rendered.of("{serviceMonitor: {interval: 3s}}").objects()))
        .isEqualTo(Rendered.of("{}").objects());
  }
}
