package io.jaegertracing.operator.core.reconcile.existing;

import io.jaegertracing.operator.support.Trees;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodWordsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {state: {terminated: {exitCode: 1, reason: Error}}}                            | container job ended with exit code 1: Error
      {state: {terminated: {exitCode: 137}}}                                         | container job ended with exit code 137
      {state: {terminated: {exitCode: 1, reason: Error, message: "a\\n\\tb\\n"}}}    | container job ended with exit code 1: a b
      {state: {waiting: {reason: ErrImagePull, message: not found}}}                 | container job waits: not found
      {state: {waiting: {reason: ErrImagePull}}}                                     | container job waits: ErrImagePull
      {state: {waiting: {reason: CrashLoopBackOff, message: back-off}}, lastState: {terminated: {exitCode: 2, message: none}}} | container job ended with exit code 2: none
      {state: {running: {}}, lastState: {terminated: {exitCode: 3}}}                 | container job ended with exit code 3
      """)
  void aContainerThatDoesNotDoItsWorkSaysWhy(String container, String words) {
    assertThat(said("{containerStatuses: [" + container.replaceFirst("\\{", "{name: job, ") + "]}"))
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}
      {phase: Pending}
      {containerStatuses: [{name: job, state: {waiting: {reason: ContainerCreating}}}]}
      {containerStatuses: [{name: job, state: {waiting: {reason: PodInitializing}}}]}
      {containerStatuses: [{name: job, state: {running: {}}}]}
      {containerStatuses: [{name: job, state: {terminated: {exitCode: 0, reason: Completed}}}]}
      """)
  void aPodThatDoesItsWorkSaysNothing(String status) {
    assertThat(said(status)).isEmpty();
  }

  @Test
  void aPodThatIsEndedFromOutsideSaysBy() {
    assertThat(said("{phase: Failed, reason: DeadlineExceeded, message: too long}"))
        .contains("too long");
  }

  @Test
  void initContainersComeFirst() {
    assertThat(said("""
        {initContainerStatuses: [{name: first, state: {terminated: {exitCode: 1}}}],
         containerStatuses: [{name: second, state: {terminated: {exitCode: 2}}}]}
        """)).contains("container first ended with exit code 1");
  }

  @Test
  void theLastOfManyAttemptsCounts() {
    var pods = Trees.of("""
        - {metadata: {creationTimestamp: "2026-01-01T00:00:01Z"}, status: {message: first}}
        - {metadata: {creationTimestamp: "2026-01-01T00:00:03Z"}, status: {phase: Pending}}
        - {metadata: {creationTimestamp: "2026-01-01T00:00:02Z"}, status: {message: second}}
        """);
    assertThat(PodWords.of(pods)).contains("second");
  }

  @Test
  void ofManyWordsTheLastAreKept() {
    assertThat(said("{message: \"" + "x".repeat(1000) + " the end\"}").orElseThrow())
        .hasSize(301)
        .startsWith("…x")
        .endsWith(" the end");
  }

  private static Optional<String> said(String status) {
    return PodWords.of(Trees.of("[{status: " + status + "}]"));
  }
}
