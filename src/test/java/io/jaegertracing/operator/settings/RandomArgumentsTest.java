package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.support.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class RandomArgumentsTest {
  private static final int FULL_COUNT = 20_000;

  private static final List<String> VALUES = List.of(
      "",
      "0",
      "-1",
      "65536",
      "true",
      "yes",
      "auto",
      "off",
      "openshift",
      ":",
      "[::1]:1",
      "a:b",
      "1s",
      "9h9",
      "%zz",
      "https://",
      "https://h/ x",
      "v1/pods:/spec",
      "\u00b5",
      "--",
      "-",
      "=",
      ",",
      ", ,",
      "1.29",
      "/dev/null",
      "\n");

  @Test
  void anythingIsEitherAcceptedOrRefusedWithReasonsOfOneLine() {
    Seeded.rounds(FULL_COUNT, 1, random -> {
      var verb = random.one(List.of(Verb.values()));
      var arguments = Stream.concat(Stream.of(verb.text()), words(random)).toList();
      var environment = Map.of(
          random.one(List.of(Flag.values())).name(),
          random.one(VALUES),
          "HTTP_PROXY",
          random.one(VALUES),
          "TMPDIR",
          random.one(VALUES));
      assertThatCode(() -> judge(verb, new Given(arguments, environment)))
          .as("%s %s", arguments, environment)
          .doesNotThrowAnyException();
    });
  }

  private static void judge(Verb verb, Given given) {
    Settings.parse(verb, given)
        .fold(
            accepted -> assertThat(accepted.settings()).isNotNull(),
            refused -> assertThat(refused.mistakes())
                .isNotEmpty()
                .allMatch(line -> line.lines().count() == 1));
  }

  private static Stream<String> words(Seeded random) {
    return IntStream.range(0, random.below(5)).boxed().flatMap(any -> word(random));
  }

  private static Stream<String> word(Seeded random) {
    var flag = "--" + random.one(Arrays.asList(Flag.values())).text();
    return switch (random.below(4)) {
      case 0 -> Stream.of(flag);
      case 1 -> Stream.of(flag, random.one(VALUES));
      case 2 -> Stream.of(random.one(VALUES));
      default -> Stream.of(flag + "=" + random.one(VALUES));
    };
  }
}
