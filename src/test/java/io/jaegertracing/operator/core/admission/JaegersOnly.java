package io.jaegertracing.operator.core.admission;

import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.limits.Limits;
import java.util.List;
import java.util.Optional;

/** A cluster of which only its Jaegers are of interest: every namespace is there, and says nothing. */
public record JaegersOnly(
    boolean isComplete, List<Instance> instances, Optional<Meta> everyNamespace)
    implements Snapshot {
  public static JaegersOnly of(Instance... instances) {
    return new JaegersOnly(true, List.of(instances), Optional.of(Meta.NONE));
  }

  /** Before the caches are filled. */
  public static JaegersOnly unread() {
    return new JaegersOnly(false, List.of(), Optional.of(Meta.NONE));
  }

  /** None of which is known. */
  public JaegersOnly withoutNamespaces() {
    return new JaegersOnly(isComplete, instances, Optional.empty());
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return everyNamespace;
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
