package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RenderingTest {
  private static final String GOOD = "kind: Jaeger\nmetadata: {name: good}\n";

  @TempDir
  Path folder;

  @Test
  void otherKindsAreLeftOutWithANote() throws IOException {
    var terminal = generate("kind: Secret\n---\n" + GOOD);
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).doesNotContain("Secret");
    assertThat(terminal.err()).contains("all.yaml:1: Secret is left out");
  }

  @Test
  void listsAreUnwrapped() throws IOException {
    var terminal = generate(
        "{kind: List, items: [{kind: Jaeger, metadata: {name: a}}, {kind: Jaeger, metadata: {name: b}}]}");
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).contains("name: a-query\n", "name: b-query\n");
  }

  @Test
  void whatAListOfJaegersHoldsAreJaegersWithoutSayingSo() throws IOException {
    var terminal = generate(
        "{apiVersion: jaegertracing.io/v1, kind: JaegerList, items: [{metadata: {name: a}}, {kind: Secret, metadata: {name: b}}]}");
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).contains("name: a-query\n").doesNotContain("name: b-query\n");
    assertThat(terminal.err()).contains("all.yaml:1: Secret is left out");
  }

  @Test
  void aFileWithoutJaegerIsRefused() throws IOException {
    for (var text : new String[] {"", "# nothing\n", "kind: Secret\n"}) {
      var terminal = generate(text);
      assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
      assertThat(terminal.out()).isEmpty();
      assertThat(terminal.err()).contains("all.yaml holds no Jaeger");
    }
  }

  @Test
  void metadataThatIsNullIsMissingMetadata() throws IOException {
    var terminal = generate("kind: Jaeger\nmetadata: null\n");
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .contains("name: my-jaeger-query\n")
        .isEqualTo(generate("kind: Jaeger\n").out());
  }

  @Test
  void whatAnOlderKubernetesRefusesIsRefusedForItAlone() throws IOException {
    var file = Files.writeString(folder.resolve("digit.yaml"), GOOD.replace("good", "1st"));
    assertThat(GenerateCase.generate(Map.of(), "--cr=" + file).exit()).isEqualTo(Exit.OK);
    var older = GenerateCase.generate(Map.of(), "--cr=" + file, "--kubernetes-version=1.35");
    assertThat(older.exit()).isEqualTo(Exit.REFUSED);
    assertThat(older.err()).contains("metadata.name: \"1st\" is not valid; begin it with a letter");
  }

  @Test
  void twoJaegersOfOneNameAndNamespaceAreRefused() throws IOException {
    var terminal = generate(GOOD + "---\n" + GOOD + "spec: {strategy: production}\n");
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err())
        .containsPattern(
            "all\\.yaml:4: metadata\\.name: a Jaeger named good is already at \\S+all\\.yaml:1")
        .contains("; give each a name or a namespace of its own");
  }

  @Test
  void twoJaegersWithoutNameAreRefusedAsTheyGetTheSameOne() throws IOException {
    var terminal = generate("kind: Jaeger\n---\nkind: Jaeger\nmetadata: {namespace: ''}\n");
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.err()).containsPattern("named my-jaeger is already at \\S+all\\.yaml:1");
  }

  @Test
  void jaegersOfOneNameInTwoNamespacesAreTwo() throws IOException {
    var terminal = generate(GOOD + "---\nkind: Jaeger\nmetadata: {name: good, namespace: other}\n");
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).contains("namespace: other");
  }

  @Test
  void anOptionThatItsProgramDoesNotKnowIsAWarningAndStopsNothing() throws IOException {
    var terminal = generate(GOOD + "spec: {allInOne: {options: {collector.numWorkers: 5}}}\n");
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).contains("--collector.numWorkers=5");
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .contains("all.yaml:1: warning: spec.allInOne.options.collector.numWorkers: ")
        .contains("did you mean collector.num-workers?");
  }

  @Test
  void aFieldThatNobodyKnowsIsAWarningAndIsLeftOut() throws IOException {
    var terminal = generate(GOOD
        + "spec: {affinity: {nodeAfinity: {}}, tolerations: [{operator: Exists, vlaue: lost}]}\n");
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .contains("operator: Exists")
        .doesNotContain("lost")
        .doesNotContain("nodeAfinity");
    assertThat(terminal.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("all.yaml:1: warning: spec.affinity.nodeAfinity: ")
            && line.contains("did you mean nodeAffinity?"))
        .anyMatch(line -> line.contains("all.yaml:1: warning: spec.tolerations[0].vlaue: "));
  }

  @Test
  void oneRefusedDocumentKeepsAllBackAndEveryReasonHasItsPlace() throws IOException {
    var terminal = generate(GOOD + "---\nkind: Jaeger\nmetadata: {name: bad}\n"
        + "spec: {strategy: none, collector: {replicas: -1}}\n"
        + "---\nkind: Jaeger\nmetadata: {name: worse}\nspec: {storage: {type: disk}}\n");
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("all.yaml:4: spec.strategy: "))
        .anyMatch(line -> line.contains("all.yaml:4: spec.collector.replicas: "))
        .anyMatch(line -> line.contains("all.yaml:8: spec.storage.type: "));
  }

  @Test
  void fieldsOfAWrongTypeAreReasonsLikeAnyOtherAndKeepNoDocumentFromBeingJudged()
      throws IOException {
    var terminal = generate("""
        kind: Jaeger
        metadata: {name: bad}
        spec:
          strategy: none
          query: {replicas: a}
          allInOne: {strategy: {rollingUpdate: {maxSurge: 1.5}}}
        ---
        kind: Jaeger
        metadata: {name: worse}
        spec: {storage: {type: disk}}
        """);
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines())
        .hasSize(4)
        .anyMatch(line -> line.endsWith(
            "all.yaml:1: spec.query.replicas: \"a\" has the wrong type; write a whole number"))
        .anyMatch(
            line -> line.endsWith(
                "all.yaml:1: spec.allInOne.strategy.rollingUpdate.maxSurge: 1.5 has the wrong type; write a whole number or text"))
        .anyMatch(line -> line.contains("all.yaml:1: spec.strategy: "))
        .anyMatch(line -> line.contains("all.yaml:8: spec.storage.type: "));
  }

  @Test
  void nothingIsMissedWhereSomethingStandsThatCouldNotBeRead() throws IOException {
    var terminal =
        generate(GOOD + "spec: {volumes: [{name: 5}, {name: a, configMap: {name: [b]}}]}\n");
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .contains("spec.volumes[1].configMap.name: [\"b\"] has the wrong type; write text");
  }

  @Test
  void whatWasTakenOutOfAListIsNamedOnce() throws IOException {
    var terminal = generate(GOOD + "spec: {imagePullSecrets: [secret]}\n");
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .endsWith("spec.imagePullSecrets[0]: \"secret\" has the wrong type; write - name: secret");
  }

  private Terminal generate(String text) throws IOException {
    var file = Files.writeString(folder.resolve("all.yaml"), text);
    return GenerateCase.generate(Map.of(), "--cr=" + file);
  }
}
