package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodTemplateTest {
  @Test
  void isLaidOverWhatEverythingElseMade() {
    var rendered = Rendered.of("""
        {strategy: streaming, storage: {type: elasticsearch},
          podTemplate: {spec: {runtimeClassName: all, schedulerName: all, containers: [{name: extra, image: i}]}},
          query: {podTemplate: {metadata: {annotations: {a: b}}, spec: {schedulerName: own,
            enableServiceLinks: null, volumes: [{name: certs, secret: {optional: true}}],
            containers: [{name: jaeger-agent, tty: true}, {name: jaeger-query, workingDir: /x}]}}}}
        """);
    var query = rendered.pods("simple-query").getSpec();
    assertThat(query.getRuntimeClassName()).isEqualTo("all");
    assertThat(query.getSchedulerName()).isEqualTo("own");
    assertThat(query.getEnableServiceLinks()).isNull();
    assertThat(query.getContainers())
        .extracting(Container::getName)
        .containsExactly("jaeger-query", "jaeger-agent", "extra");
    assertThat(query.getContainers().get(0).getWorkingDir()).isEqualTo("/x");
    assertThat(query.getContainers().get(0).getArgs()).isNotEmpty();
    assertThat(query.getContainers().get(1).getTty()).isTrue();
    assertThat(query.getVolumes())
        .filteredOn(volume -> volume.getName().equals("certs"))
        .singleElement()
        .satisfies(volume -> assertThat(volume.getSecret().getOptional()).isTrue())
        .satisfies(volume -> assertThat(volume.getSecret().getSecretName()).isNotEmpty());
    assertThat(rendered.pods("simple-query").getMetadata().getAnnotations())
        .containsEntry("a", "b")
        .containsEntry("prometheus.io/scrape", "true");
    assertThat(rendered.pods())
        .allSatisfy(pods -> assertThat(pods.getSpec().getRuntimeClassName()).isEqualTo("all"));
  }

  @Test
  void leavesTheLabelsThatFindThePods() {
    var rendered = Rendered.of("""
        {allInOne: {podTemplate: {metadata: {labels: {app: mine, team: blue, app.kubernetes.io/name: null}}}}}
        """);
    var selected = ((Deployment) rendered.one("Deployment", "simple")).getSpec().getSelector();
    assertThat(rendered.pods("simple").getMetadata().getLabels())
        .containsAllEntriesOf(selected.getMatchLabels())
        .containsEntry("team", "blue");
    assertThat(Rendered.of("{podTemplate: {spec: {hostname: h}}}").pods("simple"))
        .satisfies(pods -> assertThat(pods.getMetadata().getLabels()).hasSize(6));
  }

  @Test
  void reachesJobsAndAgents() {
    var rendered = Rendered.of("""
        {strategy: production, agent: {strategy: DaemonSet, podTemplate: {spec: {hostPID: true}}},
          storage: {type: elasticsearch, options: {es: {server-urls: u, use-aliases: true}},
            dependencies: {enabled: true, podTemplate: {spec: {activeDeadlineSeconds: 60}}},
            esIndexCleaner: {podTemplate: {spec: {containers: [{name: simple-es-index-cleaner, tty: true}]}}},
            esRollover: {podTemplate: {spec: {volumes: [{name: v, emptyDir: {}}]}}}}}
        """);
    assertThat(rendered.pods("simple-agent-daemonset").getSpec().getHostPID()).isTrue();
    assertThat(rendered.pods("simple-spark-dependencies").getSpec().getActiveDeadlineSeconds())
        .isEqualTo(60);
    assertThat(rendered.container("simple-es-index-cleaner").getTty()).isTrue();
    assertThat(rendered.container("simple-es-index-cleaner").getArgs()).isNotEmpty();
    for (var job : new String[] {"rollover", "lookback", "rollover-create-mapping"}) {
      assertThat(rendered.pods("simple-es-" + job).getSpec().getVolumes())
          .extracting(Volume::getName)
          .containsExactly("v");
    }
  }

  @Test
  void overridesWhatOnlyTheJobForCassandraHas() {
    var job = Rendered.of("""
        {storage: {type: cassandra, cassandraCreateSchema: {affinity: {nodeAffinity: {}},
          podTemplate: {spec: {activeDeadlineSeconds: 60, affinity: null}}}}}
        """).pods("simple-cassandra-schema-job").getSpec();
    assertThat(job.getActiveDeadlineSeconds()).isEqualTo(60);
    assertThat(job.getAffinity()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{podTemplate: []} | spec.podTemplate: a list is not valid; write a map with metadata and spec",
        "{podTemplate: {containers: []}} | spec.podTemplate.containers: what stands there is not valid; a template has the maps metadata and spec, and nothing beside them",
        "{agent: {podTemplate: {spec: null}}} | spec.agent.podTemplate.spec: null is not valid; a template has the maps metadata and spec, and nothing beside them",
        "{query: {podTemplate: {spec: {tolerations: {a: b}}}}} | spec.query.podTemplate.spec.tolerations: what stands there is not valid; \"kubectl explain pod.spec.tolerations\" says what is expected",
        "{ingester: {podTemplate: {spec: {containers: null}}}} | spec.ingester.podTemplate.spec.containers: null is not valid; name the containers to change",
        "{collector: {podTemplate: {spec: {initContainers: [{image: i}]}}}} | spec.collector.podTemplate.spec.initContainers: what stands there is not valid; every container in it needs a name",
        "{podTemplate: {spec: {containers: [{name: jaeger}]}}} | spec.podTemplate.spec.containers: \"jaeger\" is not valid; there is no such container here to change, and a further one needs an image",
        "{allInOne: {podTemplate: {spec: {containers: [{name: jager}]}}}} | spec.allInOne.podTemplate.spec.containers: \"jager\" is not valid; there is no such container here to change, and a further one needs an image",
        "{storage: {cassandraCreateSchema: {podTemplate: {spec: {hostPID: {}}}}}} | spec.storage.cassandraCreateSchema.podTemplate.spec.hostPID: what stands there is not valid; \"kubectl explain pod.spec.hostPID\" says what is expected",
      })
  void isRefusedWhenItCannotBeLaidOver(String spec, String reason) {
    assertThat(Rendered.of(spec).reasons()).containsExactly(reason);
  }
}
