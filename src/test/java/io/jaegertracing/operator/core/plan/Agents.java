package io.jaegertracing.operator.core.plan;

import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Optional;

/** Agents for tests: a plain one, and what a test says of it. */
public final class Agents {
  private Common own = Common.NOTHING;
  private Flags flags = Flags.NONE;
  private boolean onEveryNode = false;
  private Optional<Boolean> hostNetwork = Optional.empty();
  private Optional<SecurityContext> securityContext = Optional.empty();

  public Agents own(Common value) {
    own = value;
    return this;
  }

  public Agents flag(String name, String text) {
    flags = flags.with(name, text);
    return this;
  }

  public Agents onEveryNode() {
    onEveryNode = true;
    return this;
  }

  public Agents hostNetwork(boolean wanted) {
    hostNetwork = Optional.of(wanted);
    return this;
  }

  public Agents besideAs(SecurityContext value) {
    securityContext = Optional.of(value);
    return this;
  }

  public Agent build() {
    return new Agent(
        own, flags, "example/agent", onEveryNode, hostNetwork, Optional.empty(), securityContext);
  }
}
