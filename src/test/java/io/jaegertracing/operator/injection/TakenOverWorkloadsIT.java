package io.jaegertracing.operator.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.Trees;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A namespace that the Go operator looked after, and then this operator: Pods are replaced where their sidecar is wrong, and nowhere else. */
@OnCluster
class TakenOverWorkloadsIT {
  private static final String RECORDED =
      "vectors/admission/cases/decision/namespace-true-empty-annotations/result.json";
  private static final Set<Kind> OTHERS =
      EnumSet.complementOf(EnumSet.of(Kind.DEPLOYMENT, Kind.POD));

  @TempDir
  private Path folder;

  @Test
  void noPodTemplateChangesWithoutNeed(Cluster cluster) throws IOException {
    var shared = System.getProperty("shared.dir");
    Assumptions.assumeTrue(shared != null, "the recordings are not at hand");
    cluster.installJaegerCrd();
    StandIns.install(cluster);
    var central = Site.create(cluster, "central").withJaeger("tracing", "{}");
    var market = Site.create(cluster, "market").with("annotate", Site.INJECT + "=true");
    var injected = Files.readString(Path.of(shared).resolve(RECORDED))
        .replaceAll("\\bmarket\\b", market.namespace())
        .replaceAll("\\bobs\\b", central.namespace());
    market.apply(injected);
    var name = Trees.of(injected).at("/metadata/name").asText();
    market.apply(injected
        .replace("\"name\": \"" + name + "\"", "\"name\": \"stale\"")
        .replace("tracing-collector", "gone-collector"));
    OTHERS.forEach(kind -> market.apply(kind.yaml(name(kind), "", "")));
    var before = templates(market, name);
    assertThat(Site.agents(market.template("deployment", name))).hasSize(1);

    try (var operator = Operator.startForAll(
        cluster,
        folder,
        List.of(market.namespace(), central.namespace()),
        "--jaeger-version=1.65.0",
        "--jaeger-agent-version=1.62.0")) {
      assertThat(operator.readiness().statusCode()).isEqualTo(200);
      market.eventually(
          "what is wrong is mended",
          here -> !here.template("deployment", "stale").toString().contains("gone-collector"));
      var lists = market.lists("rollouts");
      market.with("label", "pod-security.kubernetes.io/enforce=privileged");
      market.eventually("it looked once more", here -> here.lists("rollouts") > lists);
    }

    assertThat(templates(market, name)).isEqualTo(before);
  }

  /** By kind and name. */
  private static Map<String, JsonNode> templates(Site site, String deployment) {
    var templates = new TreeMap<String, JsonNode>();
    templates.put("deployment", site.get("deployment", deployment).path("spec"));
    for (var kind : OTHERS) {
      var own = name(kind);
      var spec = site.get(kind.kind().toLowerCase(Locale.ROOT), own).path("spec");
      templates.put(own, spec);
    }
    return templates;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
