package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.core.inject.Instance.Rendered;
import io.jaegertracing.operator.http.rehearsal.Secret;
import io.jaegertracing.operator.settings.Given;
import io.jaegertracing.operator.settings.Parsed;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebhooksTest {
  private static final Secret SECRET = new Secret("x");

  @ParameterizedTest
  @ValueSource(strings = {"auto-detect", "kubernetes", "openshift"})
  void theJaegerOfTheRehearsalIsRenderedOnEveryPlatform(String platform) {
    var settings = settings(List.of("--platform=" + platform), Map.of());
    assertThat(Webhooks.scenery(settings, SECRET).instance().rendered())
        .isInstanceOf(Rendered.Ready.class);
  }

  @Test
  void theRehearsalPlaysInANamespaceThatIsWatched() {
    var anywhere = settings(List.of(), Map.of());
    assertThat(Webhooks.scenery(anywhere, SECRET).instance().namespace()).isEqualTo("rehearsal");
    var watching = settings(List.of(), Map.of("WATCH_NAMESPACE", "shop,bank"));
    assertThat(Webhooks.scenery(watching, SECRET).instance().namespace()).isEqualTo("shop");
    var labelled = settings(List.of(), Map.of("WATCH_NAMESPACE", "team=a,example.com/x"));
    assertThat(Webhooks.scenery(labelled, SECRET).namespace().labels())
        .containsOnlyKeys("example.com/x", "team")
        .containsEntry("team", "a");
  }

  private static Settings settings(List<String> flags, Map<String, String> environment) {
    return Settings.parse(Verb.START, new Given(List.of("start"), environment).and(flags, Map.of()))
        .fold(Parsed.Accepted::settings, refused -> {
          throw new AssertionError(refused.mistakes());
        });
  }
}
