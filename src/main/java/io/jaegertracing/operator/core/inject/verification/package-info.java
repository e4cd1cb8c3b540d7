/** Whether a finished Pod has the sidecar that it should have. */
@NullMarked
package io.jaegertracing.operator.core.inject.verification;

import org.jspecify.annotations.NullMarked;
