package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.jaegertracing.operator.core.SortedJson;
import java.io.Serial;

/** Writes objects as YAML whose bytes depend on their content alone. */
public final class YamlText {
  private static final ObjectMapper YAML = mapper(YAMLFactory.builder()
      .stringQuotingChecker(new Quoting())
      .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
      .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE));

  /** In a block nothing can be escaped, and readers take this character for the end of a line there. */
  private static final ObjectMapper WITHOUT_BLOCKS = mapper(YAMLFactory.builder());

  private static final String NEXT_LINE = "\u0085";

  private YamlText() {}

  /** One document, with the separator before it. */
  public static String of(Object object) {
    try {
      var tree = SortedJson.sorted(YAML.valueToTree(object));
      var yaml = tree.toString().contains(NEXT_LINE) ? WITHOUT_BLOCKS : YAML;
      return "---\n" + yaml.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectMapper mapper(YAMLFactoryBuilder factory) {
    return YAMLMapper.builder(factory
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build())
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .build();
  }

  /** Line ends to YAML 1.1 alone, which reads them as blanks unless they are escaped. */
  private static boolean breaksLines(int character) {
    return character == 0x85 || character == 0x2028 || character == 0x2029;
  }

  /** Quotes what any YAML reader, old or new, could take for something other than text. */
  private static final class Quoting extends StringQuotingChecker.Default {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteName(String name) {
      return isAmbiguous(name) || super.needToQuoteName(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return isAmbiguous(value) || super.needToQuoteValue(value);
    }

    private static boolean isAmbiguous(String text) {
      return text.isEmpty()
          || "0123456789+-.=<~".indexOf(text.charAt(0)) >= 0
          || text.chars().anyMatch(YamlText::breaksLines)
          || !(PlainScalar.of(text) instanceof PlainScalar.Text);
    }
  }
}
