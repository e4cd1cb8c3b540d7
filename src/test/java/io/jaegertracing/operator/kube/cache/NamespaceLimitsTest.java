package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.inject.limits.LimitRange;
import io.jaegertracing.operator.core.inject.limits.Limits;
import io.jaegertracing.operator.core.inject.limits.Quota;
import io.jaegertracing.operator.support.Trees;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamespaceLimitsTest {
  private static final Quota QUOTA =
      Quota.of(Trees.of("{metadata: {name: a}, spec: {hard: {cpu: 1}}, status: {used: {cpu: 1}}}"));
  private static final LimitRange RANGE = LimitRange.of(
      Trees.of("{metadata: {name: a}, spec: {limits: [{type: Pod, max: {cpu: 1}}]}}"));

  private final NamespaceLimits limits = new NamespaceLimits();

  @Test
  void aNamespaceWhoseLimitsAreGoneTakesNoRoom() {
    limits.quotaChanged("shop/a", Optional.of(QUOTA));
    limits.rangeChanged("shop/a", Optional.of(RANGE));
    assertThat(limits.of("shop")).isEqualTo(Limits.NONE.with(QUOTA).with(RANGE));
    assertThat(limits.of("other")).isEqualTo(Limits.NONE);
    limits.quotaChanged("shop/a", Optional.empty());
    assertThat(limits.of("shop")).isEqualTo(Limits.NONE.with(RANGE));
    limits.rangeChanged("shop/a", Optional.empty());
    assertThat(limits.of("shop")).isEqualTo(Limits.NONE);
    assertThat(limits.size()).isZero();
  }

  @Test
  void whatIsUsedOfAQuotaIsNoneOfIt() {
    var unused = Trees.of("{metadata: {name: a, resourceVersion: '9'}, spec: {hard: {cpu: 1}}}");
    assertThat(Quota.of(unused)).isEqualTo(QUOTA);
  }
}
