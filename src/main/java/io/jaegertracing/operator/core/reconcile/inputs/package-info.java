/** What programs read when they start, and how they follow it. */
@NullMarked
package io.jaegertracing.operator.core.reconcile.inputs;

import org.jspecify.annotations.NullMarked;
