package io.jaegertracing.operator.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a webhook of somebody else adds after ours is seen, because ours is asked again. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReinvocationIT {
  private static final String ASKS_LATER = "asks-later";
  private static final String ONE_MORE = "one-more";

  private Site site;
  private Operator operator;
  private LaterWebhook later;

  @BeforeAll
  void start(Cluster cluster, @TempDir Path folder) throws Exception {
    cluster.installJaegerCrd();
    site = Site.create(cluster, "reinvoked").withJaeger("tracing", "{}");
    operator = Operator.start(cluster, folder, List.of(site.namespace()));
    later = new LaterWebhook(
        cluster,
        Files.createDirectory(folder.resolve("later")),
        site.namespace(),
        ReinvocationIT::meddle);
    site.eventually("the later one is asked", here -> {
      Site.succeeded(here.kubectlWithInput(
          Kind.POD.yaml("probe", "", ""), "create", "--dry-run=server", "-f", "-"));
      return later.asked() > 0;
    });
  }

  @AfterAll
  void stop() {
    later.close();
    operator.close();
  }

  private static void meddle(JsonNode pod, ArrayNode operations) {
    var name = pod.at("/metadata/name").asText();
    if (name.equals(ASKS_LATER) && !pod.at("/metadata/annotations").has(Site.INJECT)) {
      var added = operations.addObject().put("op", "add").put("path", "/metadata/annotations");
      added.putObject("value").put(Site.INJECT, "true");
    }
    if (name.equals(ONE_MORE)
        && pod.at("/spec/containers").findValuesAsText("name").stream()
            .noneMatch("added"::equals)) {
      var added = operations.addObject().put("op", "add").put("path", "/spec/containers/-");
      added.putObject("value").put("name", "added").put("image", "added");
    }
  }

  @Test
  void whoAsksForASidecarLaterGetsOne() {
    site.apply(Kind.POD.yaml(ASKS_LATER, "", ""));

    assertThat(Site.agents(site.get("pod", ASKS_LATER))).hasSize(1);
  }

  /** A Pod with a record may come from a template that was injected: it is left as it is. */
  @Test
  void aContainerThatComesLaterStaysAsItIs() {
    site.apply(Kind.POD
        .yaml(ONE_MORE, Site.inject("true"), "")
        .replace("labels: {", "labels: {app: web, "));

    var pod = site.get("pod", ONE_MORE);
    assertThat(Site.agents(pod)).hasSize(1);
    assertThat(pod.at("/spec/containers"))
        .extracting(container -> container.path("name").asText() + " " + container.has("env"))
        .contains("app true", "added false");
  }
}
