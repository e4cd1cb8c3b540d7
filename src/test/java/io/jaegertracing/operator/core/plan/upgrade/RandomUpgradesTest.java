package io.jaegertracing.operator.core.plan.upgrade;

import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.Flags.Value;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import io.jaegertracing.operator.support.Seeded;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RandomUpgradesTest {
  private static final int FULL_COUNT = 20_000;

  private static final List<String> NAMES = List.of(
      "collector.grpc.tls.client.ca",
      "collector.host-port",
      "health-check-http-port",
      "admin-http-port",
      "admin.http.host-port",
      "es.tls",
      "es.tls.enabled",
      "es.max-num-spans",
      "kafka.consumer.authentication",
      "kafka.consumer.tls",
      "collector.port",
      "collector.tchan-server.host-port",
      "collector.zipkin.http-port",
      "jaeger.tags",
      "collector.tags",
      "query.port",
      "query.host-port",
      "query.http-server.host-port",
      "downsampling.ratio",
      "cassandra.tls.verify-host",
      "cassandra.tls.skip-host-verify",
      "log-level");

  private static final List<String> TEXTS =
      List.of("", "true", "false", "tls", "1", ":1", "h:1", "[::1]:1", "a=b");

  private static final List<String> VERSIONS = List.of(
      "",
      "0",
      "1.10.0",
      "1.11",
      "1.14.2",
      "1.17.0",
      "1.18.0-rc1",
      "v1.21",
      "1.27.9",
      "1.76.0",
      "2.1",
      "latest",
      "\n");

  private final long seed = Seeded.series().nextLong();
  private final Random random = new Random(seed);

  @Test
  void upgradesAreTotalFinalAndChangeNothingThatIsCurrent() {
    var count = (int) (FULL_COUNT * Double.parseDouble(System.getProperty("random.share", "0.1")));
    for (var round = 0; round < count; round++) {
      var blocks = blocks();
      var stored = one(VERSIONS);
      var current = one(VERSIONS);
      var once = Upgrades.apply(stored, current, blocks).blocks();
      assertThat(Upgrades.apply(stored, current, once).blocks())
          .as("seed %d, round %d: %s to %s twice: %s", seed, round, stored, current, blocks)
          .isEqualTo(once);
      assertThat(Upgrades.apply(current, current, blocks).blocks())
          .as("seed %d, round %d: %s: %s", seed, round, current, blocks)
          .isEqualTo(blocks);
    }
  }

  private Blocks blocks() {
    var options = new EnumMap<Block, Flags>(Block.class);
    for (var block : Block.values()) {
      var flags = new TreeMap<String, Value>();
      IntStream.range(0, random.nextInt(6)).forEach(any -> flags.put(one(NAMES), value()));
      options.put(block, new Flags(flags));
    }
    return new Blocks(options, random.nextBoolean() ? Optional.empty() : Optional.of(one(TEXTS)));
  }

  private Value value() {
    return random.nextInt(4) == 0
        ? new Value.Many(
            random.ints(random.nextInt(3), 0, TEXTS.size()).mapToObj(TEXTS::get).toList())
        : new Value.One(one(TEXTS));
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
