package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.cli.OptionLists.Source;
import io.jaegertracing.operator.core.options.KnownOptions;
import io.jaegertracing.operator.support.Generated;
import io.jaegertracing.operator.support.jaeger.JaegerPrograms;
import io.jaegertracing.operator.support.jaeger.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class OptionListsTest {
  private static final String FOLDER = "src/main/resources/flags/";

  @ParameterizedTest
  @MethodSource("io.jaegertracing.operator.cli.OptionLists#sources")
  @Tag("generated")
  void eachListSaysWhatTheProgramItselfSays(Source source) {
    var programs = JaegerPrograms.find(System.getenv());
    programs.complaint().ifPresent(why -> Assumptions.abort(why));
    var list = Measured.of(programs, source.program().replace("jaeger-", ""));
    assertThat(list.version()).isEqualTo(source.version());
    Generated.of(FOLDER + source.file()).verify(list.text());
  }

  @Test
  void everyListIsReadAndNoneLiesThereUnread() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("basedir", "")).resolve(FOLDER))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              OptionLists.sources().stream().map(Source::file).toList());
    }
    assertThat(OptionLists.read().lists())
        .extracting(KnownOptions::program)
        .containsExactlyInAnyOrderElementsOf(
            OptionLists.sources().stream().map(Source::program).toList());
  }

  @Test
  void aListIsWrittenAsItIsRead() {
    for (var list : OptionLists.read().lists()) {
      assertThat(KnownOptions.parse(list.program(), list.version(), list.text()))
          .isEqualTo(list);
      assertThat(list.isKnown("log-level", Map.of())).as(list.program()).isTrue();
    }
  }
}
