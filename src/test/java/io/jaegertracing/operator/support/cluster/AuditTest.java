package io.jaegertracing.operator.support.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
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

  private static Audit audit(Path folder, String text) throws Exception {
    return new Audit(Files.writeString(folder.resolve("audit.log"), text));
  }
}
