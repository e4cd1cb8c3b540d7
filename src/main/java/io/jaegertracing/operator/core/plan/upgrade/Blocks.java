package io.jaegertracing.operator.core.plan.upgrade;

import io.jaegertracing.operator.core.plan.Flags;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a resource says that Jaeger's versions understood differently: the options of each part, and who may look. */
public record Blocks(Map<Block, Flags> options, Optional<String> sar) {

  /** A part of the resource that has options. */
  public enum Block {
    ALL_IN_ONE("allInOne"),
    COLLECTOR("collector"),
    QUERY("query"),
    AGENT("agent"),
    INGESTER("ingester"),
    STORAGE("storage");

    private final String word;

    Block(String word) {
      this.word = word;
    }

    public String field() {
      return "spec." + word + ".options";
    }
  }

  public Blocks {
    var all = new EnumMap<Block, Flags>(Block.class);
    for (var block : Block.values()) {
      all.put(block, options.getOrDefault(block, Flags.NONE));
    }
    options = Collections.unmodifiableMap(all);
  }

  public Flags of(Block block) {
    return options.getOrDefault(block, Flags.NONE);
  }

  /** The same with these edits, one after the other, in these blocks. */
  public Blocks edit(Set<Block> blocks, Edit... edits) {
    var edited = new EnumMap<>(options);
    for (var block : blocks) {
      for (var edit : edits) {
        edited.computeIfPresent(block, (any, flags) -> edit.of(flags));
      }
    }
    return new Blocks(edited, sar);
  }

  Blocks withSar(String text) {
    return new Blocks(options, Optional.of(text));
  }
}
