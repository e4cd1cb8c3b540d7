package io.jaegertracing.operator.core.inject;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    var ledger = new Ledger(
        "obs/simplest",
        true,
        new TreeMap<>(Map.of(
            "web",
            new TreeMap<>(Map.of("A", "b \"\u00fc\n")),
            "#1",
            new TreeMap<>(Map.of("A", "")))),
        new TreeSet<>(Set.of("v2", "v1")),
        new TreeSet<>(Set.of("pull")),
        new TreeMap<>(Map.of("prometheus.io/port", "1")),
        new TreeMap<>(Map.of("env A", "0")));
    assertThat(Ledger.parse(ledger.text())).contains(ledger);
    assertThat(ledger.variable("web", "A")).contains("b \"\u00fc\n");
    assertThat(ledger.variable("web", "B")).isEmpty();
    assertThat(ledger.variable("db", "A")).isEmpty();
  }

  @Test
  void whatIsEmptyIsNotWritten() {
    assertThat(Ledger.nothing().text()).isEqualTo("{\"instance\":\"\"}");
    assertThat(Ledger.parse(Ledger.nothing().text())).contains(Ledger.nothing());
    assertThat(Ledger.parse(Ledger.unwritten().text())).contains(Ledger.unwritten());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[]", "null", "7", "\"x\"", "true", "{]}", "\u0000"})
  void whatWeDidNotWriteIsNoRecord(String text) {
    assertThat(Ledger.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"env\":[1],\"volumes\":{\"a\":1},\"annotations\":7}",
        "{\"env\":{\"web\":null},\"instance\":{},\"adopted\":\"x\"}",
        "{\"volumes\":null,\"pullSecrets\":\"x\"}",
        "{\"seal\":[\"image\"]}"
      })
  void aRecordWithOtherShapesStillIsOne(String text) {
    assertThat(Ledger.parse(text)).isPresent();
    assertThat(Ledger.parse(Ledger.parse(text).orElseThrow().text())).isPresent();
  }
}
