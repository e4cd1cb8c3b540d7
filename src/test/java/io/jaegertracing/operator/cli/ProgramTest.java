package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.settings.Verb;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramTest {
  private static final Command FINE = (invocation, shell) -> Exit.OK;

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void helpGoesToStandardOutput(String word) {
    var terminal = run(FINE, word);
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.err()).isEmpty();
    var parts = terminal.out().split("Not in this build yet");
    assertThat(parts).hasSize(2);
    assertThat(parts[0]).contains("  check       examine").doesNotContain("  start ");
    assertThat(parts[1]).contains("  start ").doesNotContain("  check ");
  }

  @Test
  void helpOfAVerbCanBeAskedForInThreeWays() {
    var terminal = run(FINE, "check", "--help");
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).startsWith("jaeger-operator check: ");
    assertThat(run(FINE, "check", "--nonsense", "-h")).isEqualTo(terminal);
    assertThat(run(FINE, "help", "check")).isEqualTo(terminal);
  }

  @Test
  void noVerbIsAMistake() {
    var terminal = run(FINE);
    assertThat(terminal.exit()).isEqualTo(Exit.USAGE);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).startsWith("Injects tracing sidecars");
  }

  @Test
  void anUnknownVerbIsAMistake() {
    assertThat(run(FINE, "chekc"))
        .isEqualTo(new Terminal(
            Exit.USAGE, "", "jaeger-operator: unknown command chekc; did you mean check?\n"));
    assertThat(run(FINE, "help", "dance").err())
        .isEqualTo(
            "jaeger-operator: unknown command dance; jaeger-operator --help lists the commands\n");
  }

  @Test
  void aVerbWithoutACommandIsSaidToBeMissing() {
    assertThat(run(FINE, "start", "--leader-elect"))
        .isEqualTo(
            new Terminal(
                Exit.UNAVAILABLE,
                "",
                "jaeger-operator: start is not part of this build; jaeger-operator --help lists what is\n"));
  }

  @Test
  void theFlagsOfAVerbWithoutACommandHoldAlready() {
    assertThat(run(FINE, "start", "--help").out()).contains("--leader-elect");
    assertThat(run(FINE, "start", "--leader-elct").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void everyMistakeHasItsLine() {
    var terminal = run(FINE, "check", "--registr=off", "--register=maybe");
    assertThat(terminal.exit()).isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).isEqualTo("""
        jaeger-operator: unknown flag --registr; did you mean --register?
        jaeger-operator: --register=maybe is not accepted: expected one of on, off
        jaeger-operator: jaeger-operator check --help lists the flags
        """);
  }

  @Test
  void flagsMayStandBeforeTheVerb() {
    var seen = new ArrayList<Invocation>();
    var terminal = run(
        (invocation, shell) -> {
          seen.add(invocation);
          return Exit.REFUSED;
        },
        "--log-level",
        "loud",
        "check",
        "--webhook-bind-port=1");
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(seen)
        .singleElement()
        .extracting(one -> one.settings().webhook().address().port())
        .isEqualTo(1);
    assertThat(terminal.err())
        .startsWith("jaeger-operator: warning: --log-level=loud is not accepted");
  }

  @Test
  void aVerbThatServesLogsItsWarningsItself() {
    var seen = new ArrayList<String>();
    var program = new Program(Map.of(Verb.START, (invocation, shell) -> {
      seen.addAll(invocation.warnings());
      return Exit.OK;
    }));
    assertThat(Terminal.of(program::run, Map.of(), "start", "--platform=x").err())
        .isEmpty();
    assertThat(seen).hasSize(1);
  }

  @Test
  void aFailureIsOneLine() {
    assertThat(run(
            (invocation, shell) -> {
              throw new Failure(Exit.NO_INPUT, "x.yaml cannot be read", "look at its permissions");
            },
            "check"))
        .isEqualTo(new Terminal(
            Exit.NO_INPUT,
            "",
            "jaeger-operator: x.yaml cannot be read; look at its permissions\n"));
  }

  @Test
  void aSurpriseIsOneLineUnlessTheTraceIsAskedFor() {
    Command broken = (invocation, shell) -> {
      throw new IllegalStateException("two\nlines");
    };
    assertThat(run(broken, "check"))
        .isEqualTo(new Terminal(
            Exit.INTERNAL,
            "",
            "jaeger-operator: unexpected error: java.lang.IllegalStateException: two lines;"
                + " run with --log-level=debug to see the trace\n"));
    assertThat(run(broken, "check", "--log-level=debug").err().lines())
        .anyMatch(line -> line.startsWith("\tat "));
  }

  @Test
  void outputThatCannotBeWrittenIsNoSuccess() {
    var full = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("full");
      }
    };
    var shell = new Shell(
        Map.of(),
        InputStream.nullInputStream(),
        new PrintStream(full, false, StandardCharsets.UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        Clock.systemUTC(),
        () -> {});
    Command talks = (invocation, given) -> {
      given.out().println("hello");
      return Exit.OK;
    };
    assertThat(new Program(Map.of(Verb.CHECK, talks)).run(List.of("check"), shell))
        .isEqualTo(Exit.NO_OUTPUT);
  }

  private static Terminal run(Command check, String... arguments) {
    return Terminal.of(new Program(Map.of(Verb.CHECK, check))::run, Map.of(), arguments);
  }
}
