package io.jaegertracing.operator.core.options;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OptionCatalogueTest {
  private final OptionCatalogue catalogue =
      new OptionCatalogue(List.of(list("1.65.0"), list("1.9.0"), list("1.58.0")));

  @Test
  void theListOfTheVersionOrOfTheOneBeforeItIsTaken() {
    assertThat(nearest("1.58.0")).isEqualTo("1.58.0");
    assertThat(nearest("1.64.2")).isEqualTo("1.58.0");
    assertThat(nearest("1.76.0")).isEqualTo("1.65.0");
    assertThat(nearest("1.5.0")).isEqualTo("1.9.0");
    assertThat(nearest("latest")).isEqualTo("1.65.0");
    assertThat(catalogue.nearest("jaeger-other", "1.65.0")).isEmpty();
  }

  @Test
  void anOptionIsKnownAlwaysOrUnderItsSetting() {
    var list = KnownOptions.parse("p", "1.0", """
        always
          a
        STORAGE=x,y
          b
        """);
    assertThat(list.isKnown("a", Map.of())).isTrue();
    assertThat(list.isKnown("b", Map.of())).isFalse();
    assertThat(list.isKnown("b", Map.of("STORAGE", "y"))).isTrue();
    assertThat(list.isKnown("b", Map.of("STORAGE", "z,x"))).isTrue();
    assertThat(list.isKnown("b", Map.of("STORAGE", "xy"))).isFalse();
    assertThat(list.bringing("b")).hasToString("Optional[STORAGE=x,y]");
    assertThat(list.bringing("a")).isEmpty();
  }

  private String nearest(String version) {
    return catalogue.nearest("jaeger-query", version).orElseThrow().version();
  }

  private static KnownOptions list(String version) {
    return new KnownOptions("jaeger-query", version, new TreeSet<>(), new TreeMap<>());
  }
}
