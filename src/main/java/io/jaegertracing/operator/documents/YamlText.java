package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.jaegertracing.operator.core.SortedJson;
import java.io.Serial;

/** Writes objects as YAML whose bytes depend on their content alone. */
public final class YamlText {
  private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
          .stringQuotingChecker(new Quoting())
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build())
      .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
      .build();

  private YamlText() {}

  /** One document, with the separator before it. */
  public static String of(Object object) {
    try {
      return "---\n" + YAML.writeValueAsString(SortedJson.sorted(YAML.valueToTree(object)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
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
          || !(PlainScalar.of(text) instanceof PlainScalar.Text);
    }
  }
}
