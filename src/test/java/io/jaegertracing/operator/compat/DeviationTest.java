package io.jaegertracing.operator.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeviationTest {
  private static final Path TABLES = Path.of("docs/differences.md");
  private static final Pattern ROW = Pattern.compile("\\|( [^|]* \\|){3} ([^|]*) \\|");

  @Test
  void everyRuleNamesObjectAndPath() {
    assertThat(Deviation.all())
        .isNotEmpty()
        .allSatisfy(
            rule -> assertThat(rule.object()).isNotBlank().isNotEqualTo("*").isNotEqualTo("**"))
        .allSatisfy(
            rule -> assertThat(rule.path()).isNotBlank().isNotEqualTo("*").isNotEqualTo("**"));
  }

  @Test
  void onlyRefusalsNameCases() {
    assertThat(Deviation.all())
        .allSatisfy(
            rule -> assertThat(rule.instance().isPresent()).isEqualTo(rule.isAboutTheExit()));
  }

  /** Of whatever is more or less than expected, the object has a kind or a name of its own. */
  @Test
  void noRuleExcusesAnyObject() {
    assertThat(Deviation.all())
        .allMatch(rule -> !rule.object().equals("*/*") && !rule.object().equals("**/*"));
  }

  @Test
  void everyReasonIsARowOfTheTables() throws IOException {
    var reasons = Files.readAllLines(TABLES).stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> row.group(2))
        .collect(Collectors.toSet());
    assertThat(reasons).containsAll(reasons());
  }

  @Test
  void everyReasonEndsWithTheItemThatItFollows() {
    assertThat(Deviation.all())
        .extracting(Deviation::reason)
        .allMatch(reason -> reason.matches(
            ".*\\((operands 9\\.\\d+|runtime W\\d+|decisions, [A-Z][A-Za-z ]*\\d*)\\)"));
  }

  private static Set<String> reasons() {
    return Deviation.all().stream().map(Deviation::reason).collect(Collectors.toSet());
  }
}
