package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads every document of a YAML or JSON text. Empty documents are left out. */
public final class Documents {
  /** Rendered charts of large platforms reach tens of megabytes. */
  private static final int MOST_CHARACTERS = 64 * 1024 * 1024;

  private static final int DEEPEST = 200;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Documents() {}

  public static List<Document> read(String source, String text) {
    return isJson(text) ? List.of(json(source, text)) : yaml(source, text);
  }

  /** JSON is taken as it is: going through YAML would lose how numbers are written. */
  private static boolean isJson(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return false;
    }
    try {
      JSON.readTree(text);
      return true;
    } catch (JsonProcessingException flowStyleYaml) {
      return false;
    }
  }

  private static Document json(String source, String text) {
    return new Document(source, 1, text);
  }

  private static List<Document> yaml(String source, String text) {
    var documents = new ArrayList<Document>();
    try {
      for (var node : new Yaml(limits()).composeAll(new StringReader(text))) {
        var json = JsonText.of(source, node);
        if (!json.equals("null")) {
          documents.add(new Document(source, node.getStartMark().getLine() + 1, json));
        }
      }
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      throw broken(
          source + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1), broken.getProblem());
    } catch (YAMLException broken) {
      throw broken(
          source,
          String.valueOf(broken.getMessage()).lines().findFirst().orElse("it cannot be read"));
    }
    return List.copyOf(documents);
  }

  static Failure broken(String place, String problem) {
    return new Failure(
        Exit.FAILED, place + ": no valid YAML or JSON: " + problem, "mend it and try again");
  }

  private static LoaderOptions limits() {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowDuplicateKeys(true);
    return options;
  }
}
