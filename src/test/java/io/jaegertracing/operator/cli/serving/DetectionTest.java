package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.kube.rest.ScriptedApi;
import io.jaegertracing.operator.settings.Given;
import io.jaegertracing.operator.settings.Parsed.Accepted;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Settings.Platform.Flavour;
import io.jaegertracing.operator.settings.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DetectionTest {
  private static final String GROUP = "/apis/route.openshift.io";

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theGroupOfRoutesMakesItOpenShift() {
    api.answer(GROUP, 200, "{\"kind\": \"APIGroup\"}");
    assertThat(flavour("auto-detect")).isEqualTo(Flavour.OPENSHIFT);
  }

  @Test
  void withoutItThisIsKubernetes() {
    api.answer(GROUP, 404, "404 page not found");
    assertThat(flavour("auto-detect")).isEqualTo(Flavour.KUBERNETES);
  }

  @Test
  void whoDoesNotKnowAssumesKubernetes() {
    api.answer(GROUP, 403, "{}");
    assertThat(flavour("auto-detect")).isEqualTo(Flavour.KUBERNETES);
  }

  @Test
  void whatWasSaidIsNotAsked() {
    api.answer(GROUP, 200, "{\"kind\": \"APIGroup\"}");
    assertThat(flavour("kubernetes")).isEqualTo(Flavour.KUBERNETES);
    assertThat(flavour("openshift")).isEqualTo(Flavour.OPENSHIFT);
    assertThat(api.requests()).isEmpty();
  }

  private Flavour flavour(String platform) {
    var settings = Settings.parse(
            Verb.START, new Given(List.of("start", "--platform=" + platform), Map.of()))
        .fold(Accepted::settings, refused -> {
          throw new AssertionError(refused.mistakes());
        });
    return Detection.completed(settings, api.raw()).platform().flavour();
  }
}
