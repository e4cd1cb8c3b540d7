package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.settings.Flag;
import io.jaegertracing.operator.settings.Verb;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {
  @ParameterizedTest
  @EnumSource
  void listsTheFlagsThatAVerbTakesAndNoOthers(Verb verb) {
    var lines = Help.verb(verb).lines().toList();
    for (var flag : Flag.values()) {
      var line = Pattern.compile("  " + Pattern.quote(flag.spelling().usage()));
      assertThat(lines.stream().anyMatch(line.asMatchPredicate()))
          .as(flag.text())
          .isEqualTo(flag.isTakenBy(verb));
    }
  }

  @ParameterizedTest
  @EnumSource
  void fitsIntoAHundredColumns(Verb verb) {
    assertThat(Help.verb(verb).lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void listsTheVerbsThatThereAre() {
    var all = Help.program(EnumSet.allOf(Verb.class));
    assertThat(all.lines()).allMatch(line -> line.length() <= 100);
    for (var verb : Verb.values()) {
      assertThat(all).contains("  " + verb.text() + " ").contains(verb.summary());
    }
  }

  @Test
  void showsTheDefaultOfTheVerb() {
    assertThat(Help.verb(Verb.START)).contains("listens (default 0.0.0.0)");
    assertThat(Help.verb(Verb.STANDALONE)).contains("listens (default 127.0.0.1)");
  }
}
