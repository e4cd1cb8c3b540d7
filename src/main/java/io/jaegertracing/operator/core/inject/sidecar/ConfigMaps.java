package io.jaegertracing.operator.core.inject.sidecar;

import java.util.Optional;
import java.util.Set;

/** The keys of ConfigMaps from which containers take variables; no keys for one that does not exist, nothing for one that could not be read. */
public interface ConfigMaps {
  Optional<Set<String>> keys(String name);
}
