package io.jaegertracing.operator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jaegertracing.operator.support.Generated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

/** The CRD of Jaeger, made from its Java types. */
final class JaegerCrd {
  static final Generated FILE = Generated.of("manifests/crd/jaegertracing.io_jaegers.yaml");

  private static final String HEADER = """
      # Generated from the Java types in io.jaegertracing.operator.api by "make generate": change those, not this.
      """;
  private static final YAMLMapper YAML = YAMLMapper.builder()
      .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
      .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
      .disable(YAMLGenerator.Feature.SPLIT_LINES)
      .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
      .addModule(new SimpleModule().addSerializer(Double.class, new Whole()))
      .build();

  private JaegerCrd() {}

  static CustomResourceDefinition model() {
    var crd = generated();
    var version = crd.getSpec().getVersions().get(0);
    version.setAdditionalPrinterColumns(inDeclaredOrder(version.getAdditionalPrinterColumns()));
    JaegerSchema.finish(version.getSchema().getOpenAPIV3Schema());
    return crd;
  }

  static String yaml() {
    try {
      return HEADER + YAML.writeValueAsString(model());
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static CustomResourceDefinition generated() {
    var memory = new Memory(new ByteArrayOutputStream());
    new CRDGenerator()
        .customResourceClasses(List.of(Jaeger.class))
        .forCRDVersions("v1")
        .withOutput(memory)
        .generate();
    return Serialization.unmarshal(memory.bytes.toString(UTF_8), CustomResourceDefinition.class);
  }

  /** The generator sorts columns by path, kubectl prints them as they come. */
  private static List<CustomResourceColumnDefinition> inDeclaredOrder(
      List<CustomResourceColumnDefinition> columns) {
    var byName = columns.stream().collect(toMap(CustomResourceColumnDefinition::getName, it -> it));
    return Stream.of(Jaeger.class.getAnnotationsByType(AdditionalPrinterColumn.class))
        .map(declared -> byName.get(declared.name()))
        .toList();
  }

  /** Bounds are doubles in the model and would be written as 2.147483647E9. */
  private static final class Whole extends JsonSerializer<Double> {
    @Override
    public void serialize(Double bound, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(bound.longValue());
    }
  }

  private record Memory(ByteArrayOutputStream bytes)
      implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {
    @Override
    public ByteArrayOutputStream outputFor(String name) {
      return bytes;
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }
}
