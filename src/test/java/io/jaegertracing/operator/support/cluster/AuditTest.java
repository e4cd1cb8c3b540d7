package io.jaegertracing.operator.support.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTest {
  private static final String EVENT = """
      {"stage":"%s","verb":"update","user":{"username":"admin"},"impersonatedUser":{"username":"%s"},\
      "objectRef":{"resource":"jaegers","subresource":"status","namespace":"n","name":"simple"},"responseStatus":{"code":200},"annotations":{"a.jaegertracing.io/reason":"b","authorization.k8s.io/reason":""}}
      """;

  @Test
  void tellsWhoAskedForWhat(@TempDir Path folder) throws Exception {
    assertThat(audit(folder, EVENT.formatted("ResponseComplete", "someone")).requestsBy("someone"))
        .containsExactly(new Audit.Request(
            "admin", "someone", "update", "jaegers", "status", "n", "simple", 200));
  }

  @Test
  void knowsNobodyByTheNameOfAnother(@TempDir Path folder) throws Exception {
    assertThat(audit(folder, EVENT.formatted("ResponseComplete", "someone")).requestsBy("admin"))
        .isEmpty();
  }

  @Test
  void countsARequestOnceThoughItWasStartedAndCompleted(@TempDir Path folder) throws Exception {
    var text = EVENT.formatted("ResponseStarted", "") + EVENT.formatted("ResponseComplete", "");
    assertThat(audit(folder, text).requestsBy("admin")).hasSize(1);
  }

  @Test
  void leavesTheLineThatIsStillGrowing(@TempDir Path folder) throws Exception {
    assertThat(audit(folder, EVENT.formatted("ResponseComplete", "") + "{\"stage\":\"Resp")
            .requests())
        .hasSize(1);
  }

  @Test
  void repeatsWhatWebhooksOfTheProductWroteDown(@TempDir Path folder) throws Exception {
    var audit = audit(folder, EVENT.formatted("ResponseComplete", ""));
    assertThat(audit.said("n", "simple", "reason")).containsExactly("b");
    assertThat(audit.said("n", "other", "reason")).isEmpty();
  }

  @Test
  void excusesWhatWasForbiddenWhileTheApiServerStartedAgain(@TempDir Path folder) throws Exception {
    var from = Instant.parse("2026-01-02T03:04:05.5Z");
    new Outage(from, from.plusSeconds(1)).keep(folder);
    new Outage(from.plusSeconds(10), from.plusSeconds(11)).keep(folder);
    var text = forbidden("before", "2026-01-02T03:04:05.499999Z")
        + forbidden("within", "2026-01-02T03:04:06.000000Z")
        + forbidden("between", "2026-01-02T03:04:10.000000Z")
        + forbidden("later", "2026-01-02T03:04:15.600000Z")
        + forbidden("after", "2026-01-02T03:04:17.000000Z");
    assertThat(audit(folder, text).rights(account -> true, "forbid"))
        .extracting(Right::name)
        .containsExactly("before", "between", "after");
  }

  private static String forbidden(String name, String time) {
    return """
        {"stage":"ResponseComplete","verb":"get","user":{"username":"product"},"requestReceivedTimestamp":"%s",\
        "objectRef":{"resource":"jaegers","name":"%s"},"annotations":{"authorization.k8s.io/decision":"forbid"}}
        """.formatted(time, name);
  }

  private static Audit audit(Path folder, String text) throws Exception {
    return new Audit(Files.writeString(folder.resolve("audit.log"), text));
  }
}
