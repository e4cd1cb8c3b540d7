package io.jaegertracing.operator.cli.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  Path folder;

  @Test
  void eachCallHasItsOwnArgumentsBeforeThoseOfAll() throws IOException {
    var answers = answers(
        call("plain", jaeger("plain"), "[]", "{}"),
        call("own", jaeger("own"), "[\"--jaeger-version=2\", \"--jaeger-version=3\"]", "{}"));
    assertThat(answers.at("/0/stdout").textValue()).contains("all-in-one:1\n");
    assertThat(answers.at("/1/stdout").textValue()).contains("all-in-one:3\n");
  }

  @Test
  void eachCallHasItsOwnEnvironmentBeforeThatOfAll() throws IOException {
    var answers = answers(
        call("plain", jaeger("plain"), "[]", "{}"),
        call("own", jaeger("own"), "[]", "{\"HTTP_PROXY\": \"http://own\"}"));
    assertThat(answers.at("/0/stdout").textValue()).contains("http://all").doesNotContain("own:");
    assertThat(answers.at("/1/stdout").textValue())
        .contains("http://own")
        .doesNotContain("http://all");
  }

  @Test
  void aCallThatFailsSpoilsNoOther() throws IOException {
    var answers = answers(
        call("absent", folder.resolve("absent").toString(), "[]", "{}"),
        call("broken", file("broken", "a: [\r\n"), "[]", "{}"),
        call("refused", file("refused", jaegerNamed("no", "{strategy: none}")), "[]", "{}"),
        call("mistaken", jaeger("mistaken"), "[\"--colour=red\"]", "{}"),
        call("good", jaeger("good"), "[]", "{}"));
    assertThat(answers.findValuesAsText("id"))
        .containsExactly("absent", "broken", "refused", "mistaken", "good");
    assertThat(answers.findValuesAsText("exit")).containsExactly("66", "1", "2", "64", "0");
    assertThat(answers.findValuesAsText("stdout").subList(0, 4)).containsOnly("");
    assertThat(answers.findValuesAsText("stderr").subList(0, 4)).noneMatch(String::isEmpty);
    assertThat(answers.at("/4/stderr").textValue()).isEmpty();
  }

  @Test
  void textIsUtf8AndMayHaveLinesOfWindows() throws IOException {
    var cr =
        "kind: Jaeger\r\nmetadata: {name: a}\r\nspec:\r\n  annotations: {a: \u00fc\ud83e\udd84}\r\n";
    var answers = answers(call("windows", file("windows", cr), "[]", "{}"));
    assertThat(answers.at("/0/stdout").textValue())
        .contains("a: \u00fc\ud83e\udd84\n")
        .doesNotContain("\r");
  }

  @Test
  void whatIsNoListOfCallsIsAnErrorOfOneLine() throws IOException {
    var in = file("calls", "{");
    var terminal = GenerateCase.generate(Map.of(), "--batch-in=" + in, "--batch-out=/dev/null");
    assertThat(terminal.exit()).isEqualTo(Exit.FAILED);
    assertThat(terminal.err().lines()).singleElement().asString().contains("is no list of calls");
  }

  @Test
  void oneOfBothFilesIsAMistake() {
    var terminal = GenerateCase.generate(Map.of(), "--batch-in=calls.json");
    assertThat(terminal.exit()).isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains("belong together");
  }

  private JsonNode answers(String... calls) throws IOException {
    var out = folder.resolve("answers.json");
    var terminal = GenerateCase.generate(
        Map.of("HTTP_PROXY", "http://all"),
        "--jaeger-version=1",
        "--batch-in",
        file("calls", Stream.of(calls).toList().toString()),
        "--batch-out=" + out);
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).isEmpty();
    return JSON.readTree(out.toFile());
  }

  private static String call(String id, String cr, String args, String env) {
    return "{\"id\": \"%s\", \"cr\": \"%s\", \"args\": %s, \"env\": %s}"
        .formatted(id, cr, args, env);
  }

  private String jaeger(String name) throws IOException {
    return file(name, jaegerNamed(name, "{}"));
  }

  private static String jaegerNamed(String name, String spec) {
    return "{kind: Jaeger, metadata: {name: %s}, spec: %s}".formatted(name, spec);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
