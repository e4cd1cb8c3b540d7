package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.support.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever copies an example gets no complaint. */
class JaegerPageTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private final JaegerRules rules = new JaegerRules(
      Plans.of(Strategy.ALL_IN_ONE).build().platform(),
      (namespace, name) -> Optional.empty(),
      OptionLists.read());

  static Stream<String> examples() throws IOException {
    var page = Files.readString(Generated.of("docs/jaeger.md").file());
    return EXAMPLE.matcher(page).results().map(match -> match.group(1));
  }

  @Test
  void thereIsOneForEveryField() throws IOException {
    var all = String.join("", examples().toList());
    assertThat(all)
        .contains("env:", "envFrom:", "podTemplate:", "topologySpreadConstraints:")
        .contains("nodeSelector:", "priorityClassName:", "podDisruptionBudget:", "serviceMonitor:")
        .contains("serviceAnnotations:", "serviceAccountAnnotations:", "imageRegistry:")
        .contains("startupProbe:", "type: grpc");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsAcceptedWithoutAWord(String example) {
    var judgement = judged(example);
    assertThat(judgement.refusals()).isEmpty();
    assertThat(judgement.warnings()).isEmpty();
    assertThat(judgement.notes()).isEmpty();
  }

  /** A container that is called otherwise would be one more. */
  @ParameterizedTest
  @MethodSource("examples")
  void anExampleLaysItselfOverTheContainersThatThereAre(String example) {
    assertThat(Operands.desired(judged(example).plan().orElseThrow()))
        .filteredOn(Deployment.class::isInstance)
        .isNotEmpty()
        .allSatisfy(deployment -> assertThat(
                ((Deployment) deployment).getSpec().getTemplate().getSpec().getContainers())
            .hasSize(1));
  }

  private Judgement judged(String example) {
    assertThat(Documents.read("example", example)).hasSize(1);
    return rules.judge("default", Optional.empty(), tree(example));
  }

  private static JsonNode tree(String example) {
    return Documents.read("example", example).stream()
        .map(Document::tree)
        .findFirst()
        .orElseThrow();
  }
}
