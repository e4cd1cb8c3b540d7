package io.jaegertracing.operator.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void anythingIsEitherAcceptedOrRefusedWithReasonsOfOneLine() {
    var count = (int) (FULL_COUNT * Double.parseDouble(System.getProperty("random.share", "0.1")));
    for (var round = 0; round < count; round++) {
      var verb = one(List.of(Verb.values()));
      var arguments = Stream.concat(Stream.of(verb.text()), words()).toList();
      var environment = Map.of(
          one(List.of(Flag.values())).name(),
          one(VALUES),
          "HTTP_PROXY",
          one(VALUES),
          "TMPDIR",
          one(VALUES));
      assertThatCode(() -> judge(verb, new Given(arguments, environment)))
          .as("seed %d, round %d: %s %s", seed, round, arguments, environment)
          .doesNotThrowAnyException();
    }
  }

  private static void judge(Verb verb, Given given) {
    Settings.parse(verb, given)
        .fold(
            accepted -> assertThat(accepted.settings()).isNotNull(),
            refused -> assertThat(refused.mistakes())
                .isNotEmpty()
                .allMatch(line -> line.lines().count() == 1));
  }

  private Stream<String> words() {
    return IntStream.range(0, random.nextInt(5)).boxed().flatMap(any -> word());
  }

  private Stream<String> word() {
    var flag = "--" + one(Arrays.asList(Flag.values())).text();
    return switch (random.nextInt(4)) {
      case 0 -> Stream.of(flag);
      case 1 -> Stream.of(flag, one(VALUES));
      case 2 -> Stream.of(one(VALUES));
      default -> Stream.of(flag + "=" + one(VALUES));
    };
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
