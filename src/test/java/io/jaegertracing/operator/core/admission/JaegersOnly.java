package io.jaegertracing.operator.core.admission;

import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.limits.Limits;
import java.util.List;
import java.util.Optional;

/** A cluster of which only its Jaegers are of interest: every namespace is there, and says nothing. */
public record JaegersOnly(boolean isComplete, List<Instance> instances) implements Snapshot {
  public static JaegersOnly of(Instance... instances) {
    return new JaegersOnly(true, List.of(instances));
  }

  /** Before the caches are filled. */
  public static JaegersOnly unread() {
    return new JaegersOnly(false, List.of());
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.of(Meta.NONE);
  }

  @Override
  public Limits limits(String namespace) {
    return Limits.NONE;
  }

  @Override
  public boolean supportsNativeSidecars() {
    return true;
  }
}
