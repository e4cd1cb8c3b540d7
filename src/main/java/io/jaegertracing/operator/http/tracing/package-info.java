/** Reviews as spans: the only room that knows OpenTelemetry, entered when traces are switched on. */
@NullMarked
package io.jaegertracing.operator.http.tracing;

import org.jspecify.annotations.NullMarked;
