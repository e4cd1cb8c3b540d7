package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.documents.JaegerReader;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PodCheckTest {
  private static final String VOLUME =
      "volumes: [{name: v, emptyDir: {}}, {name: w, emptyDir: {}}], ";

  @Test
  void refusesAMountOnAFolderOfTheOperators() {
    assertThat(reasons(
            "a", "{" + VOLUME + "volumeMounts: [{name: v, mountPath: /etc/jaeger/sampling}]}"))
        .singleElement()
        .asString()
        .startsWith(
            "spec.volumeMounts: \"/etc/jaeger/sampling\" is not valid; the operator mounts");
  }

  @Test
  void allowsThatFolderToThoseWhoBringAFileOfTheirOwn() {
    assertThat(
            reasons(
                "a",
                "{" + VOLUME + "volumeMounts: [{name: v, mountPath: /etc/jaeger/sampling}],"
                    + " allInOne: {options: {sampling.strategies-file: /etc/jaeger/sampling/mine.json}}}"))
        .isEmpty();
  }

  @Test
  void refusesTwoMountsOfOneListOnOnePath() {
    assertThat(reasons(
            "a",
            "{" + VOLUME + "volumeMounts: [{name: v, mountPath: /d}, {name: w, mountPath: /d}]}"))
        .singleElement()
        .asString()
        .contains("two volumes cannot be mounted on one path");
  }

  @Test
  void refusesAMountOfNoVolume() {
    assertThat(reasons("a", "{allInOne: {volumeMounts: [{name: lost, mountPath: /d}]}}"))
        .singleElement()
        .asString()
        .startsWith("spec.allInOne.volumeMounts: \"lost\" is not valid; there is no volume");
  }

  @Test
  void refusesLabelsAndVolumeNamesThatKubernetesRefuses() {
    assertThat(reasons("a", "{labels: {a: -x}, allInOne: {volumes: [{name: A_b, emptyDir: {}}]}}"))
        .hasSize(2)
        .anyMatch(reason -> reason.startsWith("spec.labels.a: \"-x\""))
        .anyMatch(reason -> reason.startsWith("spec.allInOne.volumes[0].name: "));
  }

  @Test
  void refusesKeysThatKubernetesRefuses() {
    assertThat(reasons(
            "a",
            "{labels: {bad key: x}, allInOne: {annotations: {a/b/c: x}, nodeSelector: {-a: x}},"
                + " serviceAccountAnnotations: {/a: x}}"))
        .hasSize(4)
        .anyMatch(reason -> reason.startsWith(
            "spec.labels: \"bad key\" is not valid; the key of a label has at most 63 letters"))
        .anyMatch(reason -> reason.startsWith("spec.allInOne.annotations: \"a/b/c\""))
        .anyMatch(reason -> reason.startsWith("spec.allInOne.nodeSelector: \"-a\""))
        .anyMatch(reason -> reason.startsWith("spec.serviceAccountAnnotations: \"/a\""));
  }

  @Test
  void refusesAnAnnotationOfAServiceWhetherItsProgramRunsOrNot() {
    var spec = "{collector: {annotations: {a b: x}}, query: {serviceAnnotations: {c d: x}}}";
    assertThat(reasons("a", spec))
        .hasSize(2)
        .anyMatch(reason -> reason.startsWith("spec.collector.annotations: \"a b\""))
        .anyMatch(reason -> reason.startsWith("spec.query.serviceAnnotations: \"c d\""));
    assertThat(
            reasons("a", "{strategy: production, storage: {type: cassandra}, " + spec.substring(1)))
        .hasSize(2);
  }

  @Test
  void saysNothingOfComponentsThatDoNotRun() {
    assertThat(reasons(
            "a", "{collector: {labels: {a: -x}}, ingress: {enabled: false, labels: {a: -x}}}"))
        .isEmpty();
  }

  @Test
  void refusesToNameAKafkaAfterAJaegerWhoseNameIsTooLongForStrimzi() {
    var spec = "{strategy: streaming, storage: {type: cassandra}}";
    assertThat(reasons("x".repeat(47), spec)).isEmpty();
    assertThat(reasons("x".repeat(48), spec)).singleElement().asString().contains("47 characters");
    assertThat(reasons("a.b", spec)).singleElement().asString().startsWith("metadata.name: ");
  }

  private static List<String> reasons(String name, String spec) {
    var text = "{kind: Jaeger, metadata: {name: %s}, spec: %s}".formatted(name, spec);
    var jaeger = JaegerReader.read(Documents.read("test", text).get(0).tree());
    var platform = Plans.of(Strategy.ALL_IN_ONE).build().platform();
    return Planner.plan(jaeger, platform).fold(ready -> List.of(), Planned.Refused::reasons);
  }
}
