package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.component.ProgramSpec;
import io.jaegertracing.operator.api.json.Options;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.Flags.Value;
import io.jaegertracing.operator.core.plan.upgrade.Blocks;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Options that nest become flat flags; of one flag written twice the later counts. */
public final class FlagReader {
  private final String field;
  private final Findings findings;
  private final TreeMap<String, Value> flags = new TreeMap<>();

  private FlagReader(String field, Findings findings) {
    this.field = field;
    this.findings = findings;
  }

  /** Without a word about what cannot be read. */
  public static Flags read(@Nullable Options options) {
    return read(options, "", new Findings());
  }

  static Flags read(@Nullable Options options, String field, Findings findings) {
    var reader = new FlagReader(field, findings);
    if (options != null) {
      reader.read("", options.tree());
    }
    return new Flags(reader.flags);
  }

  /** All options of a resource as they are written, before anything is made of them. */
  static Blocks blocks(JaegerSpec spec, Findings findings) {
    var options = new EnumMap<Block, Flags>(Block.class);
    options.put(Block.ALL_IN_ONE, program(Block.ALL_IN_ONE, spec.allInOne, findings));
    options.put(Block.COLLECTOR, program(Block.COLLECTOR, spec.collector, findings));
    options.put(Block.QUERY, program(Block.QUERY, spec.query, findings));
    options.put(Block.AGENT, program(Block.AGENT, spec.agent, findings));
    options.put(Block.INGESTER, program(Block.INGESTER, spec.ingester, findings));
    var storage = spec.storage == null ? null : spec.storage.options;
    options.put(Block.STORAGE, read(storage, Block.STORAGE.field(), findings));
    return new Blocks(
        options,
        Optional.ofNullable(spec.ingress)
            .map(ingress -> ingress.openshift)
            .map(openShift -> openShift.sar));
  }

  private static Flags program(Block block, @Nullable ProgramSpec program, Findings findings) {
    return read(program == null ? null : program.options, block.field(), findings);
  }

  /** TLS files without the switch are a half-finished thought: for each prefix that has them, TLS is on. */
  public static Flags completeTls(Flags flags) {
    var prefixes = new TreeSet<String>();
    for (var name : flags.values().keySet()) {
      var tls = name.indexOf(".tls.");
      if (tls > 0) {
        prefixes.add(name.substring(0, tls));
      }
    }
    var completed = flags;
    for (var prefix : prefixes) {
      if (!flags.has(prefix + ".tls") && !flags.has(prefix + ".tls.enabled")) {
        completed = completed.with(prefix + ".tls.enabled", "true");
      }
    }
    return completed;
  }

  private void read(String prefix, JsonNode tree) {
    tree.properties().forEach(entry -> {
      var name = prefix + entry.getKey();
      var value = entry.getValue();
      if (value.isObject()) {
        read(name + ".", value);
      } else if (value.isArray()) {
        list(name, value);
      } else {
        scalar(value).ifPresent(text -> flags.put(name, new Value.One(text)));
      }
    });
  }

  private void list(String name, JsonNode items) {
    var texts = new ArrayList<String>();
    for (var item : items) {
      scalar(item)
          .ifPresentOrElse(
              texts::add,
              () -> findings.refuse(
                  Rule.BAD_LIST_ITEM,
                  field + "." + name,
                  item,
                  "items of a list are text, numbers, true or false"));
    }
    flags.put(name, new Value.Many(texts));
  }

  private static Optional<String> scalar(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }
}
