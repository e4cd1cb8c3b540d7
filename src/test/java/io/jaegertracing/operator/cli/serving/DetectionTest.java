package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.kube.platform.RouteGroup;
import io.jaegertracing.operator.kube.rest.ScriptedApi;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.settings.Given;
import io.jaegertracing.operator.settings.Parsed.Accepted;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Settings.Platform.Flavour;
import io.jaegertracing.operator.settings.Verb;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DetectionTest {
  private static final String GROUP = "/apis/route.openshift.io";

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Backoff THREE = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 3);
  private static final Backoff ENDLESS =
      new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), Integer.MAX_VALUE);

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
  void whatIsNoSureAnswerIsAskedAgain() {
    api.answer(GROUP, 503, "{}");
    var flavour = CompletableFuture.supplyAsync(() -> flavour("auto-detect", ENDLESS));
    Eventually.holds("it asked again", LONG, () -> api.requestsFor(GROUP) > 2);
    assertThat(flavour).isNotDone();
    api.answer(GROUP, 200, "{\"kind\": \"APIGroup\"}");
    assertThat(flavour.join()).isEqualTo(Flavour.OPENSHIFT);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500, 503})
  void whereNoAnswerIsSureTheStartFails(int code) {
    api.answer(GROUP, code, "{\"message\": \"not now\"}");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> flavour("auto-detect", THREE))
        .withMessage("whether this is OpenShift is unknown: not now (" + code
            + "); give --platform=kubernetes or --platform=openshift")
        .extracting(Failure::exit)
        .isEqualTo(Exit.UNAVAILABLE);
    assertThat(api.requestsFor(GROUP)).isEqualTo(3);
  }

  @Test
  void whoMayNotAskIsToldWhatToGrant() {
    api.answer(GROUP, 403, "{\"message\": \"forbidden\"}");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> flavour("auto-detect", THREE))
        .withMessageEndingWith("bind the ClusterRole system:discovery to this identity,"
            + " or give --platform=kubernetes or --platform=openshift");
  }

  @Test
  void whatWasSaidIsNotAsked() {
    api.answer(GROUP, 200, "{\"kind\": \"APIGroup\"}");
    assertThat(flavour("kubernetes")).isEqualTo(Flavour.KUBERNETES);
    assertThat(flavour("openshift")).isEqualTo(Flavour.OPENSHIFT);
    assertThat(api.requests()).isEmpty();
  }

  private Flavour flavour(String platform) {
    return flavour(platform, THREE);
  }

  private Flavour flavour(String platform, Backoff tries) {
    var settings = Settings.parse(
            Verb.START, new Given(List.of("start", "--platform=" + platform), Map.of()))
        .fold(Accepted::settings, refused -> {
          throw new AssertionError(refused.mistakes());
        });
    try (var group = new RouteGroup(api.raw())) {
      return new Detection(settings, group, tries).completed().platform().flavour();
    }
  }
}
