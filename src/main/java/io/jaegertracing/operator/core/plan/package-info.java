/** From what the user asked for to an immutable plan. */
@NullMarked
package io.jaegertracing.operator.core.plan;

import org.jspecify.annotations.NullMarked;
