package io.jaegertracing.operator.core.inject;

import io.jaegertracing.operator.support.Trees;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationModeTest {
  private static final String KEY = "sidecar.jaegertracing.io/verify";

  @ParameterizedTest
  @EnumSource(VerificationMode.class)
  void aNamespaceSaysItAsAnnotationOrLabel(VerificationMode mode) {
    for (var place : new String[] {"annotations", "labels"}) {
      var chosen = of("{" + place + ": {" + KEY + ": '" + mode.word() + "'}}");
      assertThat(chosen.mode()).isEqualTo(mode);
      assertThat(chosen.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{annotations: {" + KEY + ": ''}}", "{labels: {" + KEY + ": ' '}}"})
  void oneThatSaysNothingHasTheModeOfTheFlag(String namespace) {
    assertThat(of(namespace).mode()).isEqualTo(VerificationMode.AUDIT);
    assertThat(of(namespace).warnings()).isEmpty();
  }

  @Test
  void theAnnotationBeatsTheLabelInAnyCase() {
    var both = "{annotations: {" + KEY + ": Warn}, labels: {" + KEY + ": deny}}";
    assertThat(of(both).mode()).isEqualTo(VerificationMode.WARN);
  }

  @Test
  void anUnknownOneIsNamedAndTheFlagHolds() {
    var chosen = of("{annotations: {" + KEY + ": strict}}");
    assertThat(chosen.mode()).isEqualTo(VerificationMode.AUDIT);
    assertThat(chosen.warnings())
        .containsExactly(
            "[ignored-annotation] " + KEY + ": \"strict\" of the namespace is left out,"
                + " --verify-injection=audit holds; write one of off, audit, warn, deny");
  }

  /** Caches keep of a namespace only what somebody asks for. */
  @Test
  void whatCachesKeepOfANamespaceHasIt() {
    var kept = Meta.ofNamespace(Trees.of("{annotations: {" + KEY + ": deny, other: x}}"), Set.of());
    assertThat(VerificationMode.of(kept, VerificationMode.OFF).mode())
        .isEqualTo(VerificationMode.DENY);
    assertThat(kept.without(KEY))
        .isEqualTo(Meta.ofNamespace(Trees.of("{annotations: {other: x}}"), Set.of()));
  }

  private static VerificationMode.Chosen of(String namespace) {
    return VerificationMode.of(Meta.of(Trees.of(namespace)), VerificationMode.AUDIT);
  }
}
