package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

@Tag("generated")
class GenerateGoldenTest {
  @TestFactory
  Stream<DynamicTest> everyCasePrintsItsGoldenFile() {
    return GenerateCase.all()
        .map(each -> dynamicTest(each.golden().name(), () -> printsItsGoldenFile(each)));
  }

  private static void printsItsGoldenFile(GenerateCase each) {
    var terminal = each.run();
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(Exit.OK);
    each.golden()
        .verify(
            Map.of(GenerateCase.RENDERED, terminal.out(), GenerateCase.SAID, each.said(terminal)));
  }
}
