package io.jaegertracing.operator.core.problem;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTest {
  @Test
  void everyCodeIsTheNameInKebabCaseAndEverySentenceEnds() {
    for (var rule : Rule.values()) {
      assertThat(rule.code())
          .isEqualTo(rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      assertThat(rule.sentence()).endsWith(".");
    }
    assertThat(Arrays.stream(Rule.values()).map(Rule::code)).doesNotHaveDuplicates();
  }

  @Test
  void everyNoticeHasACodeAPlaceForItsSubjectAndARemedy() {
    for (var notice : Notice.values()) {
      assertThat(notice.code())
          .isEqualTo(notice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      assertThat(notice.sentence()).containsOnlyOnce("%s").doesNotEndWith(".");
      assertThat(notice.remedy()).isNotEmpty().doesNotEndWith(".");
    }
    assertThat(Arrays.stream(Notice.values()).map(Notice::code)).doesNotHaveDuplicates();
  }

  @Test
  void aNoteIsOneLineThatNamesItsCode() {
    assertThat(new Note(Notice.NOT_SHARED, "spec.strategy", "mem\nory").tagged())
        .isEqualTo("[not-shared] spec.strategy: mem ory storage cannot be shared by several"
            + " processes, so that this runs as allinone; write allinone, or use a storage such as"
            + " cassandra, elasticsearch or grpc");
  }

  @Test
  void neitherSecretsNorLineBreaksReachTheText() {
    var problem = new Problem(
        Rule.BAD_LIST_ITEM, "spec.storage.options.es.password", "[\"hunter2\"]", "write text");
    assertThat(problem.text())
        .isEqualTo("spec.storage.options.es.password: *** is not valid; write text");
    assertThat(new Problem(Rule.BAD_MENU, "a\nb", "c\nd", "e").text())
        .isEqualTo("a b: c d is not valid; e");
  }

  @Test
  void whatIsLongIsCut() {
    var problem = new Problem(Rule.UNKNOWN_FIELD, "x".repeat(5_000), "y".repeat(5_000), "z");
    assertThat(problem.text().length()).isLessThan(450);
  }
}
