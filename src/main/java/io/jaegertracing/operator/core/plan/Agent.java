package io.jaegertracing.operator.core.plan;

import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Optional;

/** The agent, on every node or beside applications. */
public record Agent(
    Common own,
    Flags flags,
    String image,
    boolean onEveryNode,
    Optional<Boolean> hostNetwork,
    Optional<String> dnsPolicy,
    Optional<SecurityContext> sidecarSecurityContext) {}
