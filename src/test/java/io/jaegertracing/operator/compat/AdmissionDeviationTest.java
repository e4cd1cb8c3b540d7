package io.jaegertracing.operator.compat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionDeviationTest {
  private static final Path RULES = Path.of("src/test/resources/compat/admission-deviations.yaml");
  private static final Path OUTCOMES = Path.of("src/test/resources/compat/outcomes.yaml");

  @Test
  void everyReasonIsARowOfTheTablesAndNamesTheItemThatItFollows() throws Exception {
    var tables = Files.readString(Path.of("docs/differences.md"));
    assertThat(read(RULES))
        .isNotEmpty()
        .extracting(rule -> rule.get("reason"))
        .allSatisfy(reason -> {
          assertThat(tables).contains("| " + reason + " |");
          assertThat(reason)
              .matches(".*\\((operands 9\\.\\d+|runtime W\\d+|decisions, [A-Z][A-Za-z ]*\\d*)\\)");
        });
  }

  /** What excuses everything excuses too much. */
  @Test
  void everyRuleNamesItsTopicAndEveryOutcomeItsCaseAndWhatIsAnsweredInstead() throws Exception {
    assertThat(read(RULES))
        .extracting(rule -> rule.get("case"))
        .allSatisfy(name -> assertThat(name).matches("[a-z-]+/.+"));
    var excused = read(RULES).stream()
        .filter(rule -> "(outcome)".equals(rule.get("path")))
        .map(rule -> rule.get("case"))
        .toList();
    assertThat(excused).allSatisfy(name -> assertThat(name).matches("[a-z0-9/-]+"));
    assertThat(read(OUTCOMES))
        .allSatisfy(expected -> assertThat(expected).containsKeys("outcome", "instead-of"))
        .extracting(expected -> expected.get("case"))
        .containsExactlyInAnyOrderElementsOf(excused);
  }

  private static List<Map<String, String>> read(Path file) throws Exception {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }
}
