/** How a Jaeger stands, as its status says it. */
@NullMarked
package io.jaegertracing.operator.core.reconcile.status;

import org.jspecify.annotations.NullMarked;
