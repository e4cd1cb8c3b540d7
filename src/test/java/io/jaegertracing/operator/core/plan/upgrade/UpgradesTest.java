package io.jaegertracing.operator.core.plan.upgrade;

import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.Flags.Value;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import io.jaegertracing.operator.core.problem.Note;
import io.jaegertracing.operator.core.problem.Notice;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpgradesTest {
  private static final String CURRENT = "1.76.0";
  private static final Set<Block> ALL = EnumSet.allOf(Block.class);

  @ParameterizedTest
  @CsvFileSource(resources = "/upgrades/renames.csv", delimiter = '|', nullValues = "-")
  void readsWhatAVersionRenamed(
      String version, String letters, String before, @Nullable String after) {
    for (var block : ALL) {
      if (letters.contains(letter(block))) {
        var old = new Blocks(Map.of(block, flags(before)), Optional.of(""));
        assertThat(Upgrades.apply(previous(version), version, old).blocks().of(block))
            .as("%s", block)
            .isEqualTo(flags(after == null ? "" : after));
        assertThat(Upgrades.apply(version, version, old).blocks()).isEqualTo(old);
      }
    }
  }

  private static String letter(Block block) {
    return switch (block) {
      case ALL_IN_ONE -> "A";
      case COLLECTOR -> "C";
      case QUERY -> "Q";
      case AGENT -> "G";
      case INGESTER -> "I";
      case STORAGE -> "S";
    };
  }

  @Test
  void goesThroughEveryVersionOnTheWay() {
    var old =
        blocks(Block.AGENT, "collector.host-port=h:1 health-check-http-port=2 jaeger.tags=a=b");
    assertThat(Upgrades.apply("1.11.0", CURRENT, old).blocks().of(Block.AGENT))
        .isEqualTo(flags("admin.http.host-port=:2 agent.tags=a=b"));
    assertThat(Upgrades.apply("1.11.0", "1.17.3", old).blocks().of(Block.AGENT))
        .isEqualTo(flags("admin-http-port=2 jaeger.tags=a=b reporter.tchannel.host-port=h:1"));
  }

  @Test
  void keepsListsAsTheyAre() {
    var lists = new TreeMap<String, Value>();
    Stream.of("collector.port", "cassandra.tls.verify-host", "kafka.consumer.authentication")
        .forEach(name -> lists.put(name, new Value.Many(List.of("tls", "h:2"))));
    lists.put("jaeger.tags", new Value.Many(List.of("a=b", "c=d")));
    lists.put("query.port", new Value.Many(List.of()));
    var old = new Blocks(
        ALL.stream().collect(Collectors.toMap(block -> block, block -> new Flags(lists))),
        Optional.empty());
    var collector = Upgrades.apply("1.11", CURRENT, old).blocks().of(Block.COLLECTOR);
    assertThat(collector.values())
        .containsEntry("collector.tags", new Value.Many(List.of("a=b", "c=d")))
        .containsEntry("collector.tchan-server.host-port", new Value.Many(List.of(":tls", "h:2")))
        .containsEntry("cassandra.tls.skip-host-verify", new Value.One("true"))
        .containsEntry("query.port", new Value.Many(List.of()))
        .doesNotContainKey("kafka.consumer.tls.enabled");
  }

  @Test
  void leavesTheLoginOfOlderInstancesAsOpenAsItWas() {
    assertThat(
            Upgrades.apply("1.27.0", CURRENT, blocks(Block.QUERY, "")).blocks().sar())
        .contains(" ");
    assertThat(
            Upgrades.apply("1.28.0", CURRENT, blocks(Block.QUERY, "")).blocks().sar())
        .isEmpty();
    var reviewed = new Blocks(Map.of(), Optional.of("{}"));
    assertThat(Upgrades.apply("1.27.0", CURRENT, reviewed).blocks()).isEqualTo(reviewed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", CURRENT, "1.76", "1.77.0", "2.0.0", "1.31.0"})
  void changesNothingThatIsUpToDate(String stored) {
    var old = blocks(Block.COLLECTOR, "collector.port=1");
    assertThat(Upgrades.apply(stored, CURRENT, old)).isEqualTo(new Upgraded(old, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.9", "1.11.0-rc1", "latest", "0"})
  void saysWhichVersionItCannotUpgrade(String stored) {
    var old = blocks(Block.COLLECTOR, "collector.port=1");
    var upgraded = Upgrades.apply(stored, CURRENT, old);
    assertThat(upgraded.blocks()).isEqualTo(old);
    assertThat(upgraded.notes()).singleElement().satisfies(note -> {
      assertThat(note.field()).isEqualTo("status.version");
      assertThat(note.text()).contains(stored, "taken as they are written");
    });
  }

  @Test
  void takesATargetWithoutNumberForTheNewest() {
    var old = blocks(Block.COLLECTOR, "jaeger.tags=a=b");
    assertThat(Upgrades.apply("1.21.0", "latest", old).blocks().of(Block.COLLECTOR))
        .isEqualTo(flags("collector.tags=a=b"));
    assertThat(Upgrades.apply("latest", "latest", old).notes()).isEmpty();
  }

  @Test
  void namesTheOptionsToRewriteAndNeverTheirValues() {
    var old = new Blocks(
        Map.of(
            Block.QUERY, flags("query.port=1 log-level=secret"),
            Block.AGENT, flags("reporter.tchannel.host-port=1")),
        Optional.empty());
    assertThat(Upgrades.apply("v1.17", CURRENT, old).notes())
        .containsExactly(
            new Note(
                Notice.OLD_OPTIONS,
                "spec.query.options",
                "v1.17 and read with query.grpc-server.host-port,"
                    + " query.http-server.host-port and without query.port"),
            new Note(
                Notice.OLD_OPTIONS,
                "spec.agent.options",
                "v1.17 and read without reporter.tchannel.host-port"));
  }

  private static String previous(String version) {
    var steps = List.of("1.11.0", "1.15.0", "1.17.0", "1.18.0", "1.20.0", "1.22.0");
    return steps.get(steps.indexOf(version) - 1);
  }

  private static Blocks blocks(Block block, String text) {
    return new Blocks(Map.of(block, flags(text)), Optional.empty());
  }

  private static Flags flags(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.split("=", 2))
        .reduce(Flags.NONE, (all, word) -> all.with(word[0], word[1]), (first, second) -> second);
  }
}
