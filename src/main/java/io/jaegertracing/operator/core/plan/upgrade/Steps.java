package io.jaegertracing.operator.core.plan.upgrade;

import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.Flags.Value;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The versions of Jaeger that renamed or removed options, in their order. */
final class Steps {
  private static final Set<Block> EVERYWHERE = EnumSet.allOf(Block.class);
  private static final Set<Block> PROGRAMS = EnumSet.complementOf(EnumSet.of(Block.STORAGE));
  private static final Set<Block> STORING = EnumSet.complementOf(EnumSet.of(Block.AGENT));
  private static final Set<Block> RECEIVING = EnumSet.of(Block.ALL_IN_ONE, Block.COLLECTOR);
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "True", "TRUE");
  private static final Set<Block> READING = EnumSet.of(Block.ALL_IN_ONE, Block.QUERY);

  /** What a version made of the options of the one before. */
  record Step(JaegerVersion version, UnaryOperator<Blocks> change) {}

  static final List<Step> IN_ORDER = List.of(
      step(15, Steps::namesOfTheTchannelReporter),
      step(17, Steps::switchesOfTls),
      step(18, Steps::addressesInPlaceOfPorts),
      step(20, Steps::sizesOfElasticsearch),
      step(22, Steps::tagsAndTheQueryPort),
      step(28, Steps::openLogin));

  private Steps() {}

  private static Step step(int minor, UnaryOperator<Blocks> change) {
    return new Step(JaegerVersion.of(1, minor), change);
  }

  private static Blocks namesOfTheTchannelReporter(Blocks blocks) {
    var discovery = "reporter.tchannel.discovery.";
    return blocks.edit(
        EVERYWHERE,
        Edit.rename("collector.grpc.tls.client.ca", "collector.grpc.tls.client-ca"),
        Edit.rename("collector.host-port", "reporter.tchannel.host-port"),
        Edit.rename("discovery.conn-check-timeout", discovery + "conn-check-timeout"),
        Edit.rename("discovery.min-peers", discovery + "min-peers"),
        Edit.rename("health-check-http-port", "admin-http-port"),
        Edit.drop("cassandra.enable-dependencies-v2", "cassandra-archive.enable-dependencies-v2"));
  }

  private static Blocks switchesOfTls(Blocks blocks) {
    var renames = Stream.of(
            "collector.grpc",
            "reporter.grpc",
            "es",
            "es-archive",
            "cassandra",
            "cassandra-archive",
            "kafka.consumer",
            "kafka.producer")
        .map(prefix -> Edit.rename(prefix + ".tls", prefix + ".tls.enabled"))
        .toArray(Edit[]::new);
    return blocks
        .edit(EVERYWHERE, renames)
        .edit(
            EnumSet.of(Block.COLLECTOR, Block.INGESTER, Block.STORAGE),
            Edit.imply("kafka.consumer.authentication", "tls", "kafka.consumer.tls.enabled"),
            Edit.imply("kafka.producer.authentication", "tls", "kafka.producer.tls.enabled"));
  }

  private static Blocks addressesInPlaceOfPorts(Blocks blocks) {
    var reporter = "reporter.tchannel.";
    return blocks
        .edit(
            RECEIVING,
            toAddress("collector.port", "collector.tchan-server.host-port"),
            toAddress("collector.http-port", "collector.http-server.host-port"),
            toAddress("collector.grpc-port", "collector.grpc-server.host-port"),
            toAddress("collector.zipkin.http-port", "collector.zipkin.host-port"))
        .edit(PROGRAMS, toAddress("admin-http-port", "admin.http.host-port"))
        .edit(
            EnumSet.of(Block.AGENT),
            Edit.drop(
                "collector.host-port",
                reporter + "discovery.conn-check-timeout",
                reporter + "discovery.min-peers",
                reporter + "host-port",
                reporter + "report-timeout"));
  }

  private static Blocks sizesOfElasticsearch(Blocks blocks) {
    return blocks.edit(
        EVERYWHERE,
        Edit.rename("es.max-num-spans", "es.max-doc-count"),
        Edit.rename("es-archive.max-num-spans", "es-archive.max-doc-count"));
  }

  private static Blocks tagsAndTheQueryPort(Blocks blocks) {
    return blocks
        .edit(RECEIVING, Edit.rename("jaeger.tags", "collector.tags"))
        .edit(EnumSet.of(Block.AGENT), Edit.rename("jaeger.tags", "agent.tags"))
        // The all-in-one writes spans, too, and still knows these flags.
        .edit(EnumSet.of(Block.QUERY), Edit.drop("downsampling.hashsalt", "downsampling.ratio"))
        .edit(
            READING,
            Edit.address("query.port"),
            Edit.rename("query.port", "query.host-port"),
            Edit.split(
                "query.host-port", "query.grpc-server.host-port", "query.http-server.host-port"))
        .edit(STORING, Steps::hostOfCassandra);
  }

  /** To check the host became the rule, so that the flag for it became one against it. */
  private static Flags hostOfCassandra(Flags flags) {
    var checked = flags.values().get("cassandra.tls.verify-host");
    if (checked == null) {
      return flags;
    }
    var rest = flags.without("cassandra.tls.verify-host");
    return isTrue(checked) ? rest : rest.with("cassandra.tls.skip-host-verify", "true");
  }

  /** As Go reads it. */
  private static boolean isTrue(Value value) {
    return value instanceof Value.One one
        ? TRUE.contains(one.text())
        : TRUE.containsAll(((Value.Many) value).texts());
  }

  private static Edit toAddress(String port, String address) {
    return flags -> Edit.address(address).of(Edit.rename(port, address).of(flags));
  }

  /** Before, everybody who could log in could look; a blank review keeps it so. */
  private static Blocks openLogin(Blocks blocks) {
    return blocks.sar().isPresent() ? blocks : blocks.withSar(" ");
  }
}
