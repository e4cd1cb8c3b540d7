/** From the resource as a user wrote it to the parts of a plan. */
@NullMarked
package io.jaegertracing.operator.core.plan.reading;

import org.jspecify.annotations.NullMarked;
