package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.ConstructorDetector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.json.KnownFields;
import io.jaegertracing.operator.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Decodes a Jaeger from a file as the Go operator did: names of fields in any case, numbers as text where text is wanted. */
public final class JaegerReader {
  /** Nobody reads more, and each costs another reading of the rest. */
  private static final int MOST = 64;

  private static final ObjectMapper JSON = JsonMapper.builder()
      .annotationIntrospector(new KnownFields())
      .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      // A bare word is no object, even if a constructor would take it for one's name.
      .constructorDetector(ConstructorDetector.DEFAULT.withRequireAnnotation(true))
      .addModule(new SimpleModule().addDeserializer(String.class, new TextField()))
      .build();

  private JaegerReader() {}

  /** Of a tree that kept the text of its numbers. A Failure names the fields alone: what the tree belongs to, its owner knows. */
  public static Jaeger read(JsonNode tree) {
    var reading = reading(tree);
    if (!reading.mistakes().isEmpty()) {
      throw new Failure(
          Exit.REFUSED,
          reading.mistakes().stream().map(Problem::text).collect(Collectors.joining("; ")));
    }
    return reading.jaeger();
  }

  public static Reading reading(JsonNode tree) {
    try {
      return new Reading(decoded(tree), List.of());
    } catch (JsonMappingException mismatch) {
      return withoutMistakes(tree.deepCopy(), mismatch);
    }
  }

  private static Reading withoutMistakes(JsonNode rest, JsonMappingException first) {
    var mistakes = new ArrayList<Problem>();
    var mismatch = first;
    while (mistakes.size() < MOST) {
      var mistake = new Mistake(mismatch, rest);
      mistakes.add(mistake.problem());
      if (!mistake.remove()) {
        break;
      }
      try {
        return new Reading(decoded(rest), mistakes);
      } catch (JsonMappingException next) {
        mismatch = next;
      }
    }
    return new Reading(new Jaeger(), mistakes);
  }

  private static Jaeger decoded(JsonNode tree) throws JsonMappingException {
    try {
      return JSON.readValue(tree.toString(), Jaeger.class);
    } catch (JsonMappingException mismatch) {
      throw mismatch;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
