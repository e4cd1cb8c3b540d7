package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.json.KnownFields;
import java.util.Collection;
import java.util.stream.Collectors;

/** Decodes a Jaeger from a file as the Go operator did: names of fields in any case, numbers as text where text is wanted. */
public final class JaegerReader {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .annotationIntrospector(new KnownFields())
      .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .addModule(new SimpleModule().addDeserializer(String.class, new TextField()))
      .build();

  private JaegerReader() {}

  public static Jaeger read(Document document) {
    try {
      return JSON.readValue(document.json(), Jaeger.class);
    } catch (JsonMappingException mismatch) {
      throw misfit(document.place() + ": ", mismatch, document.tree());
    } catch (JsonProcessingException broken) {
      throw Documents.broken(document.place(), broken.getOriginalMessage());
    }
  }

  /** Of a tree that kept the text of its numbers. A Failure names the field alone: what the tree belongs to, its owner knows. */
  public static Jaeger read(JsonNode tree) {
    try {
      return JSON.readValue(tree.toString(), Jaeger.class);
    } catch (JsonMappingException mismatch) {
      throw misfit("", mismatch, tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Failure misfit(String place, JsonMappingException mismatch, JsonNode tree) {
    return new Failure(
        Exit.FAILED,
        place + path(mismatch) + ": " + expectation(mismatch, tree),
        "\"kubectl explain jaeger." + path(mismatch) + "\" says what is expected");
  }

  /** Jackson speaks of Java; a user of YAML knows numbers, maps and lists. */
  private static String expectation(JsonMappingException mismatch, JsonNode tree) {
    if (mismatch instanceof MismatchedInputException input
        && input.getTargetType() != null
        && input.getTargetType() != String.class) {
      return expected(input.getTargetType()) + " is expected here, not " + found(mismatch, tree);
    }
    return mismatch.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
  }

  private static String found(JsonMappingException mismatch, JsonNode tree) {
    var value = tree;
    for (var step : mismatch.getPath()) {
      value = step.getFieldName() == null
          ? value.path(step.getIndex())
          : value.path(step.getFieldName());
    }
    return value.isMissingNode() ? "this" : value.toString();
  }

  private static String expected(Class<?> type) {
    if (Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "a map";
  }

  private static String path(JsonMappingException mismatch) {
    return mismatch.getPath().stream().map(JaegerReader::step).collect(Collectors.joining("."));
  }

  private static String step(Reference reference) {
    return reference.getFieldName() == null
        ? String.valueOf(reference.getIndex())
        : reference.getFieldName();
  }
}
