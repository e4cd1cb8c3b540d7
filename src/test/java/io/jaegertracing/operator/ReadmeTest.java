package io.jaegertracing.operator;

import io.jaegertracing.operator.settings.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "."));

  @ParameterizedTest
  @EnumSource
  void everyExitCodeIsInTheTable(Exit exit) throws IOException {
    assertThat(readme()).contains("| " + exit.code() + " | " + exit.meaning() + " |");
  }

  @ParameterizedTest
  @EnumSource
  void everyVerbIsMentioned(Verb verb) throws IOException {
    assertThat(readme()).contains("`" + verb.text() + "`");
  }

  @Test
  void everyFileThatIsLinkedExists() throws IOException {
    for (var document : new String[] {"README.md", "CONTRIBUTING.md"}) {
      var links =
          Pattern.compile("]\\(([^)#:]+)\\)").matcher(Files.readString(ROOT.resolve(document)));
      assertThat(links.results().map(link -> ROOT.resolve(link.group(1)))).allMatch(Files::exists);
    }
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
