package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.plan.Images.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.jaegertracing.operator.settings.Sample.mistakes;
import static io.jaegertracing.operator.settings.Sample.settings;
import static io.jaegertracing.operator.settings.Sample.warnings;
import static org.assertj.core.api.Assertions.assertThat;

class SourcesTest {
  @TempDir
  private Path home;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void liveAtHome() {
    environment.put("HOME", home.toString());
  }

  @Test
  void theOrderIsFlagThenDashesThenUnderscoresThenRelatedImageThenFileThenDefault()
      throws IOException {
    assertThat(image()).isEqualTo("jaegertracing/jaeger-query:1.76.0");
    write(".jaeger-operator.yaml", "Jaeger-Query-Image: file:1\n");
    assertThat(image()).isEqualTo("file:1");
    environment.put("RELATED_IMAGE_JAEGER_QUERY", "related:1");
    assertThat(image()).isEqualTo("related:1");
    environment.put("JAEGER_QUERY_IMAGE", "underscores:1");
    assertThat(image()).isEqualTo("underscores:1");
    environment.put("JAEGER-QUERY-IMAGE", "dashes:1");
    assertThat(image()).isEqualTo("dashes:1");
    assertThat(image("--jaeger-query-image=flag:1")).isEqualTo("flag:1");
  }

  @Test
  void emptyVariablesAreAbsent() {
    environment.put("JAEGER-QUERY-IMAGE", "");
    environment.put("RELATED_IMAGE_JAEGER_QUERY", "related:1");
    assertThat(image()).isEqualTo("related:1");
  }

  @Test
  void textInTheFileIsTakenAsItIsWritten() throws IOException {
    write(
        "flags.yaml",
        "jaeger-version: 1.70\nkafka-provisioning-minimal: true\nes-provision: yes\nresources: [a, b]\n");
    var settings = settings(Verb.STANDALONE, config("flags.yaml"), environment);
    assertThat(settings.images().jaegerVersion()).isEqualTo("1.70");
    assertThat(settings.provisioning().minimalKafka()).isTrue();
    assertThat(settings.files().resources()).containsExactly(Path.of("a"), Path.of("b"));
  }

  @Test
  void jsonMayBeIndentedWithTabs() throws IOException {
    write("flags.json", "{\n\t\"jaeger-version\": \"1.70\"\n}\n");
    assertThat(settings(Verb.START, config("flags.json"), environment).images().jaegerVersion())
        .isEqualTo("1.70");
  }

  @Test
  void anEmptyFileSaysNothing() throws IOException {
    write("flags.yaml", "# nothing\n");
    assertThat(warnings(Verb.START, config("flags.yaml"), environment)).isEmpty();
  }

  @Test
  void keysThatNobodyKnowsAreNoted() throws IOException {
    var file = write("flags.yaml", "platfrom: openshift\nlog-level:\n");
    assertThat(warnings(Verb.START, config("flags.yaml"), environment))
        .containsExactly(
            "unknown key platfrom in file " + file + " is ignored; did you mean platform?");
  }

  @Test
  void aNamedFileMustBeGood() throws IOException {
    var broken = write("broken.yaml", "a: [b\n");
    var list = write("list.yaml", "- a\n");
    var nested = write("nested.yaml", "platform: {a: b}\nresources: [[a]]\n");
    var bad = write("bad.yaml", "webhook-bind-port: many\ndrain-delay: -1s\n");
    var absent = home.resolve("absent.yaml");
    assertThat(mistakes(Verb.START, config("broken.yaml"), environment))
        .singleElement()
        .asString()
        .startsWith("config file " + broken + ", line ");
    assertThat(mistakes(Verb.START, config("list.yaml"), environment))
        .containsExactly("config file " + list + " is no map; write lines of FLAG: VALUE");
    assertThat(mistakes(Verb.START, config("nested.yaml"), environment))
        .containsExactly(
            "platform in file " + nested + " holds a map; write one value or a list",
            "resources in file " + nested + " holds a nested list; write texts alone");
    assertThat(mistakes(Verb.START, config("absent.yaml"), environment))
        .containsExactly(
            "config file " + absent + " cannot be read; name a YAML or JSON file with --config");
    assertThat(mistakes(Verb.START, config("bad.yaml"), environment))
        .containsExactly("drain-delay: -1s of file " + bad
            + " is not accepted: expected a duration such as 5s or 1m30s");
  }

  @Test
  void aBadFileThatNobodyNamedIsNoted() throws IOException {
    write(".jaeger-operator.yml", "a: [b\n");
    assertThat(warnings(Verb.START, List.of(), environment)).hasSize(1);
  }

  @Test
  void wordsAfterTwoDashesAreNoFlags() {
    var words = List.of("a.yaml", "--", "--platform", "-");
    assertThat(settings(Verb.INJECT, words, environment).files().operands())
        .containsExactly("a.yaml", "--platform", "-");
  }

  private List<String> config(String name) {
    return List.of("--config", home.resolve(name).toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  private String image(String... flags) {
    return settings(Verb.START, List.of(flags), environment).images().of(Component.QUERY);
  }
}
