/** Whether a workload gets a sidecar, which one, and why. */
@NullMarked
package io.jaegertracing.operator.core.inject;

import org.jspecify.annotations.NullMarked;
