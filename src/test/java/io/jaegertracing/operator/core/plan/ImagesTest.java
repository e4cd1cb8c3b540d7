package io.jaegertracing.operator.core.plan;

import io.jaegertracing.operator.core.plan.Images.Component;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImagesTest {
  @ParameterizedTest
  @CsvSource({
    "mirror/col, mirror/col:1.65.0",
    "mirror/qry:tagged, mirror/qry:tagged",
    "reg.example:5000/mirror/ing, reg.example:5000/mirror/ing:1.65.0",
    "reg.example:5000/mirror/ing:v9, reg.example:5000/mirror/ing:v9",
    "mirror/schema@sha256:00ff, mirror/schema@sha256:00ff",
    "reg.example:5000/schema@sha256:00ff, reg.example:5000/schema@sha256:00ff",
    "plain, plain:1.65.0",
    "'', :1.65.0",
  })
  void completesAnImageThatHasNoTag(String image, String expected) {
    assertThat(Images.tagged(image, "1.65.0")).isEqualTo(expected);
  }

  @Test
  void tagsByComponent() {
    var images = images();
    assertThat(images.of(Component.AGENT)).isEqualTo("x/agent:1.62.0");
    assertThat(images.of(Component.COLLECTOR)).isEqualTo("x/collector:1.65.0");
    assertThat(images.of(Component.OAUTH_PROXY)).isEqualTo("x/oauth_proxy");
    assertThat(images.of(Component.SPARK_DEPENDENCIES)).isEqualTo("x/spark_dependencies");
  }

  @Test
  void takesWhatAResourceNamesAsItIs() {
    assertThat(images().of(Component.QUERY, "mine")).isEqualTo("mine");
    assertThat(images().of(Component.QUERY, "")).isEqualTo("x/query:1.65.0");
  }

  @Test
  void listsEveryComponent() {
    assertThat(images().all()).hasSameSizeAs(Component.values()).doesNotHaveDuplicates();
  }

  @Test
  void insistsOnAnImageForEveryComponent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Images(Map.of(), "1.65.0", "1.62.0"))
        .withMessageContaining("AGENT");
  }

  private static Images images() {
    var configured = new EnumMap<Component, String>(Component.class);
    for (var component : Component.values()) {
      configured.put(component, "x/" + component.name().toLowerCase(Locale.ROOT));
    }
    return new Images(configured, "1.65.0", "1.62.0");
  }
}
