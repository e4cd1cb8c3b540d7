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

  /** Some differences follow from what a case gives the program, not from what the program makes of it. */
  private static final Pattern OF_A_CASE =
      Pattern.compile("\\(exit\\)|\\((missing|extra) object\\)|\\*\\.containers\\[\\*]\\.image");

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
  void onlyWhatFollowsFromTheInputNamesCases() {
    assertThat(Deviation.all())
        .allSatisfy(rule -> assertThat(rule.instance().isPresent())
            .isEqualTo(OF_A_CASE.matcher(rule.path()).matches()));
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
