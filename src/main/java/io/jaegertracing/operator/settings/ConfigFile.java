package io.jaegertracing.operator.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jaegertracing.operator.core.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import static io.jaegertracing.operator.settings.Shape.Trait.COMMAND_LINE_ONLY;

/** A file of flags: its values as they are written there, and what is wrong with it. */
record ConfigFile(
    String name, Map<Flag, List<String>> flags, List<String> warnings, List<String> mistakes) {
  private static final List<String> ENDINGS = List.of("yaml", "yml", "json");

  /** The Go operator starts with a file in the home folder that it cannot read, so that only a named one is a mistake. */
  static ConfigFile find(CommandLine line, Map<String, String> environment) {
    var named = line.flags().getOrDefault(Flag.CONFIG, List.of());
    if (!named.isEmpty()) {
      return read(named.get(named.size() - 1));
    }
    return Stream.of(environment.getOrDefault("HOME", ""))
        .filter(home -> !home.isEmpty())
        .flatMap(home -> ENDINGS.stream().map(ending -> home + "/.jaeger-operator." + ending))
        .filter(name -> Files.isRegularFile(Path.of(name)))
        .findFirst()
        .map(ConfigFile::read)
        .map(ConfigFile::forgiven)
        .orElseGet(() -> empty(""));
  }

  private static ConfigFile empty(String name) {
    return new ConfigFile(name, new EnumMap<>(Flag.class), new ArrayList<>(), new ArrayList<>());
  }

  private ConfigFile forgiven() {
    return new ConfigFile(
        name, flags, Stream.concat(warnings.stream(), mistakes.stream()).toList(), List.of());
  }

  private static ConfigFile read(String name) {
    var file = empty(name);
    // Tabs between the tokens of JSON are no YAML.
    var factory = name.endsWith(".json") ? new JsonFactory() : new YAMLFactory();
    try (var parser = factory.createParser(Files.readString(Path.of(name)))) {
      file.fill(parser);
    } catch (JsonProcessingException broken) {
      file.mistakes.add(file.at(broken) + " is neither YAML nor JSON: "
          + broken.getOriginalMessage().lines().findFirst().orElse("unexpected text"));
    } catch (IOException | IllegalArgumentException unreadable) {
      file.mistakes.add(
          "config file " + name + " cannot be read; name a YAML or JSON file with --config");
    }
    return file;
  }

  private String at(JsonProcessingException broken) {
    var place = broken.getLocation();
    return "config file " + name
        + (place == null
            ? ""
            : ", line " + place.getLineNr() + ", column " + place.getColumnNr() + ",");
  }

  private void fill(JsonParser parser) throws IOException {
    var first = parser.nextToken();
    if (first != null && first != JsonToken.VALUE_NULL && first != JsonToken.START_OBJECT) {
      mistakes.add("config file " + name + " is no map; write lines of FLAG: VALUE");
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = parser.currentName();
      put(key, texts(key, parser));
    }
  }

  /** The text as it stands in the file: a version 1.70 must not become the number 1.7. */
  private List<String> texts(String key, JsonParser parser) throws IOException {
    var token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      parser.skipChildren();
      mistakes.add(key + " in file " + name + " holds a map; write one value or a list");
      return List.of();
    }
    if (token != JsonToken.START_ARRAY) {
      return token == JsonToken.VALUE_NULL ? List.of() : List.of(parser.getText());
    }
    var texts = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        parser.skipChildren();
        mistakes.add(key + " in file " + name + " holds a nested list; write texts alone");
      } else {
        texts.add(parser.getText());
      }
    }
    return texts;
  }

  private void put(String key, List<String> texts) {
    var text = key.toLowerCase(Locale.ROOT);
    var flag = Spelling.read(text).filter(known -> !known.shape().is(COMMAND_LINE_ONLY));
    if (flag.isEmpty()) {
      var known = Arrays.stream(Flag.values()).map(Flag::text).toList();
      warnings.add("unknown key " + key + " in file " + name + " is ignored"
          + Nearest.to(text, known)
              .filter(near -> !near.equals(text))
              .map(near -> "; did you mean " + near + "?")
              .orElse(""));
    } else if (!texts.isEmpty()) {
      flags.put(flag.get(), texts);
    }
  }
}
