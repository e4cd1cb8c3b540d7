package io.jaegertracing.operator.logging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class LogsTest {
  private static final Logger LOG =
      LoggerFactory.getLogger("io.jaegertracing.operator.http.Example");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @AfterEach
  void silence() {
    Logs.configure(
        LogLevel.ERROR, LogFormat.TEXT, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
  }

  @Test
  void writesOneJsonObjectPerLineWithEveryPairAsAField() throws Exception {
    configure(LogLevel.INFO, LogFormat.JSON);
    LOG.atInfo()
        .addKeyValue("port", 9443)
        .addKeyValue("tls", true)
        .addKeyValue("host", "::1")
        .log("listening");
    var line = json();
    assertThat(line.get("message").asText()).isEqualTo("listening");
    assertThat(line.get("level").asText()).isEqualTo("info");
    assertThat(line.get("logger").asText()).isEqualTo("io.jaegertracing.operator.http.Example");
    assertThat(line.get("thread").asText()).isEqualTo(Thread.currentThread().getName());
    assertThat(line.get("port").isInt()).isTrue();
    assertThat(line.get("tls").isBoolean()).isTrue();
    assertThat(line.get("host").asText()).isEqualTo("::1");
    assertThat(Instant.parse(line.get("@timestamp").asText())).isNotNull();
  }

  @Test
  void aForgedLineStaysInsideItsOwnInEveryFormat() {
    var forged = "a\r\n{\"level\":\"error\"}\u2028b\u0085c\u001b[31md\u202ee";
    for (var format : LogFormat.values()) {
      written.reset();
      configure(LogLevel.INFO, format);
      LOG.atInfo().addKeyValue("name\n", forged).log(forged);
      assertThat(text().lines()).as(format.name()).hasSize(1);
      assertThat(text().substring(0, text().length() - 1))
          .doesNotContain("\n", "\r", "\u2028", "\u0085", "\u001b[31m", "\u202e");
    }
  }

  @Test
  void anExceptionIsOneFieldAndItsMessageCannotForgeALine() throws Exception {
    configure(LogLevel.INFO, LogFormat.JSON);
    LOG.atError()
        .setCause(new IllegalStateException("broken\nfake password=hunter2"))
        .log("failed");
    assertThat(json().get("error").asText())
        .startsWith("java.lang.IllegalStateException: broken\nfake password=***")
        .contains("LogsTest.anException");
    written.reset();
    configure(LogLevel.INFO, LogFormat.TEXT);
    LOG.atError()
        .setCause(new IllegalStateException("broken\n12:00:00 INFO fake"))
        .log("failed");
    assertThat(text().lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
  }

  @Test
  void aFieldOfTheCallerNeverReplacesOneOfOurs() throws Exception {
    configure(LogLevel.INFO, LogFormat.JSON);
    LOG.atInfo().addKeyValue("level", "fake").addKeyValue("level", "again").log("said");
    assertThat(json().get("level").asText()).isEqualTo("info");
    assertThat(json().get("level_").asText()).isEqualTo("fake");
    assertThat(json().get("level__").asText()).isEqualTo("again");
  }

  @Test
  void noSecretReachesTheLog() {
    for (var format : LogFormat.values()) {
      configure(LogLevel.INFO, format);
      LOG.atInfo()
          .addKeyValue("password", "hunter2")
          .addKeyValue("server", "http://elastic:hunter2@es:9200")
          .addKeyValue("content", "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----")
          .setCause(new IllegalStateException("Authorization: Bearer hunter2"))
          .log("token={}", "hunter2");
    }
    assertThat(text()).contains("es:9200").doesNotContain("hunter2");
  }

  @Test
  void theTerminalFormIsShortAndColouredOnlyWhenTold() {
    configure(LogLevel.INFO, LogFormat.TEXT);
    LOG.atWarn().addKeyValue("port", 9443).addKeyValue("why", "two words").log("listening");
    assertThat(text())
        .matches(
            "\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z WARN  Example: listening port=9443 why=\"two words\"\n");
    written.reset();
    configure(LogLevel.INFO, LogFormat.COLOURED);
    LOG.atWarn().log("listening");
    assertThat(text()).contains("\u001b[33mWARN \u001b[0m");
  }

  @Test
  void librariesAreQuietUnlessTraced() {
    configure(LogLevel.DEBUG, LogFormat.JSON);
    var library = LoggerFactory.getLogger("io.netty.channel");
    library.info("chatter");
    LOG.debug("ours");
    assertThat(text()).contains("ours").doesNotContain("chatter");
    configure(LogLevel.TRACE, LogFormat.JSON);
    library.info("chatter");
    assertThat(text()).contains("chatter");
  }

  @Test
  void whatTheJdkLogsComesTheSameWay() throws Exception {
    configure(LogLevel.INFO, LogFormat.JSON);
    var jdk = java.util.logging.Logger.getLogger("jdk.example");
    jdk.info("chatter");
    jdk.log(java.util.logging.Level.WARNING, "took {0} s", 5);
    assertThat(text()).doesNotContain("chatter");
    assertThat(json().get("message").asText()).isEqualTo("took 5 s");
    assertThat(json().get("logger").asText()).isEqualTo("jdk.example");
  }

  @Test
  void whatVertxLogsComesTheSameWay() throws Exception {
    configure(LogLevel.INFO, LogFormat.JSON);
    io.vertx.core.internal.logging.LoggerFactory.getLogger("io.vertx.example").warn("blocked");
    assertThat(json().get("logger").asText()).isEqualTo("io.vertx.example");
  }

  @Test
  void knowsEveryNameOfALevel() {
    assertThat(List.of(LogLevel.NAMES.split(", ")))
        .allSatisfy(name -> assertThat(LogLevel.of(name)).isPresent());
    assertThat(LogLevel.of("panic")).contains(LogLevel.ERROR);
    assertThat(LogLevel.of("Warning")).contains(LogLevel.WARN);
    assertThat(LogLevel.of("loud")).isEmpty();
  }

  @Test
  void autoIsJsonInAClusterAndTextElsewhere() {
    assertThat(LogFormat.of("auto", Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")))
        .contains(LogFormat.JSON);
    assertThat(LogFormat.of("auto", Map.of())).contains(LogFormat.TEXT);
    assertThat(LogFormat.of("xml", Map.of())).isEmpty();
    assertThat(LogFormat.TEXT.onTerminal()).isEqualTo(LogFormat.COLOURED);
    assertThat(LogFormat.JSON.onTerminal()).isEqualTo(LogFormat.JSON);
  }

  private void configure(LogLevel level, LogFormat format) {
    Logs.configure(level, format, new PrintStream(written, true, UTF_8));
  }

  private String text() {
    return written.toString(UTF_8);
  }

  private JsonNode json() throws Exception {
    assertThat(text().lines()).hasSize(1);
    return new ObjectMapper().readTree(text());
  }
}
