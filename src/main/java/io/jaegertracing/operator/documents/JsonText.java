package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes one YAML node as JSON. Anchors are expanded, merge keys applied, of a repeated key the last value counts. */
final class JsonText {
  /** Aliases of aliases grow exponentially; no honest file comes near this. */
  private static final int MOST_NODES = 5_000_000;

  /** The reader has measured how deep the text is, not what aliases make of it. */
  private static final int DEEPEST = 500;

  private static final JsonFactory JSON = new JsonFactory();

  private final String source;
  private final JsonGenerator json;
  private int nodes;
  private int depth;

  private JsonText(String source, JsonGenerator json) {
    this.source = source;
    this.json = json;
  }

  static String of(String source, Node node) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      new JsonText(source, json).write(node);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void write(Node node) throws IOException {
    enter(node);
    if (node instanceof MappingNode mapping) {
      json.writeStartObject();
      for (var entry : entries(mapping).entrySet()) {
        json.writeFieldName(entry.getKey());
        write(entry.getValue());
      }
      json.writeEndObject();
    } else if (node instanceof SequenceNode sequence) {
      json.writeStartArray();
      for (var item : sequence.getValue()) {
        write(item);
      }
      json.writeEndArray();
    } else {
      scalar((ScalarNode) node);
    }
    depth--;
  }

  private void enter(Node node) {
    if (++nodes > MOST_NODES) {
      throw Documents.broken(
          place(node), "its aliases expand to more than " + MOST_NODES + " values");
    }
    if (++depth > DEEPEST) {
      throw Documents.broken(
          place(node),
          "its aliases expand to more than " + DEEPEST
              + " levels, as when an anchor holds its own alias");
    }
  }

  private Map<String, Node> entries(MappingNode mapping) {
    var entries = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode();
      if (Tag.MERGE.equals(key.getTag())) {
        merged(tuple.getValueNode()).forEach(entries::putIfAbsent);
      } else {
        entries.put(name(key), tuple.getValueNode());
      }
    }
    return entries;
  }

  private Map<String, Node> merged(Node value) {
    enter(value);
    var all = new LinkedHashMap<String, Node>();
    if (value instanceof MappingNode mapping) {
      all.putAll(entries(mapping));
    } else if (value instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> merged(item).forEach(all::putIfAbsent));
    } else {
      throw Documents.broken(place(value), "a merge key (<<) takes a map or a list of maps");
    }
    depth--;
    return all;
  }

  private String name(Node key) {
    if (!(key instanceof ScalarNode scalar)) {
      throw Documents.broken(place(key), "a key must be a single word");
    }
    var meaning = meaning(scalar);
    if (meaning instanceof PlainScalar.Truth truth) {
      return String.valueOf(truth.value());
    }
    return meaning instanceof PlainScalar.Numeral number ? number.literal() : scalar.getValue();
  }

  private void scalar(ScalarNode scalar) throws IOException {
    var meaning = meaning(scalar);
    if (meaning instanceof PlainScalar.Null) {
      json.writeNull();
    } else if (meaning instanceof PlainScalar.Truth truth) {
      json.writeBoolean(truth.value());
    } else if (meaning instanceof PlainScalar.Numeral number) {
      json.writeNumber(number.literal());
    } else if (meaning instanceof PlainScalar.NoJson infinite) {
      throw Documents.broken(place(scalar), infinite.word() + " has no counterpart in JSON");
    } else {
      json.writeString(scalar.getValue());
    }
  }

  private static PlainScalar meaning(ScalarNode scalar) {
    var tag = scalar.getTag();
    var plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    var forced = tag.equals(Tag.INT)
        || tag.equals(Tag.FLOAT)
        || tag.equals(Tag.BOOL)
        || tag.equals(Tag.NULL);
    // snakeyaml resolves plain words to a tag; only a tag that the user wrote can make text of one
    // or a number of a quoted one.
    var text = tag.equals(Tag.STR)
        && plain
        && !(PlainScalar.of(scalar.getValue()) instanceof PlainScalar.Text);
    if (text && scalar.getStartMark() != null && writtenTag(scalar)) {
      return new PlainScalar.Text(scalar.getValue());
    }
    return plain || forced
        ? PlainScalar.of(scalar.getValue())
        : new PlainScalar.Text(scalar.getValue());
  }

  /** A plain scalar with an explicit tag starts at its tag, before its value. */
  private static boolean writtenTag(ScalarNode scalar) {
    return scalar.getEndMark().getIndex() - scalar.getStartMark().getIndex()
        > scalar.getValue().length();
  }

  private String place(Node node) {
    var mark = node.getStartMark();
    return source + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
