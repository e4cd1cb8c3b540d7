/** Whether a Jaeger may be stored as it is. */
@NullMarked
package io.jaegertracing.operator.core.validation;

import org.jspecify.annotations.NullMarked;
