/** What is answered about workloads: whether they get a sidecar, whether they still have it, and which ones to look at again. */
@NullMarked
package io.jaegertracing.operator.core.admission.injection;

import org.jspecify.annotations.NullMarked;
