package io.jaegertracing.operator.core.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.jaegertracing.operator.api.json.KnownFields;
import io.jaegertracing.operator.core.Nearest;
import io.jaegertracing.operator.core.problem.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a template that Kubernetes does not know. */
final class UnknownFields extends DeserializationProblemHandler {
  private static final ObjectReader READER = JsonMapper.builder()
      .annotationIntrospector(new KnownFields())
      .build()
      .readerFor(PodTemplateSpec.class);

  /** Nobody reads more, and each costs a search for the name that was meant. */
  private static final int MOST = 64;

  private static final int LONGEST_NAME = 64;

  private final List<TemplateProblem> problems = new ArrayList<>();

  private UnknownFields() {}

  /** Of a template that is one. */
  static Stream<TemplateProblem> of(JsonNode template) {
    var unknown = new UnknownFields();
    try {
      Object unused = READER.withHandler(unknown).readValue(JsonMerge.withoutNulls(template));
      return unknown.problems.stream();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      @Nullable JsonDeserializer<?> deserializer,
      Object owner,
      String name)
      throws IOException {
    if (problems.size() < MOST) {
      var known = Optional.ofNullable(deserializer)
          .map(JsonDeserializer::getKnownPropertyNames)
          .orElseGet(List::of);
      problems.add(new TemplateProblem(
          Rule.UNKNOWN_FIELD, place(parser) + "." + name, "\"" + name + "\"", remedy(name, known)));
    }
    parser.skipChildren();
    return true;
  }

  /** Of the object that holds the field, whose value may already be entered. */
  private static String place(JsonParser parser) {
    var context = parser.getParsingContext();
    var holder = parser.currentToken().isStructStart() ? context.getParent() : context;
    return path(holder.getParent());
  }

  private static String remedy(String name, Collection<Object> known) {
    var names = known.stream().map(Object::toString).toList();
    var meant = name.length() > LONGEST_NAME ? Optional.<String>empty() : Nearest.to(name, names);
    return meant
        .map(nearest -> "did you mean " + nearest + "?")
        .orElse("remove it, or see \"kubectl explain pod\" for the fields that exist");
  }

  private static String path(@Nullable JsonStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    var step =
        context.inArray() ? "[" + context.getCurrentIndex() + "]" : "." + context.getCurrentName();
    return path(context.getParent()) + step;
  }
}
