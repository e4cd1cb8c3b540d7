/** What older versions of Jaeger called options, told to the Jaeger that runs. */
@NullMarked
package io.jaegertracing.operator.core.plan.upgrade;

import org.jspecify.annotations.NullMarked;
