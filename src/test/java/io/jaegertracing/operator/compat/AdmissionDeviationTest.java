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

  @Test
  void everyReasonIsARowOfTheTablesAndNamesTheItemThatItFollows() throws Exception {
    var tables = Files.readString(Path.of("docs/differences.md"));
    List<Map<String, String>> rules =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(RULES));
    assertThat(rules).isNotEmpty().extracting(rule -> rule.get("reason")).allSatisfy(reason -> {
      assertThat(tables).contains("| " + reason + " |");
      assertThat(reason)
          .matches(".*\\((operands 9\\.\\d+|runtime W\\d+|decisions, [A-Z][A-Za-z ]*\\d*)\\)");
    });
  }
}
