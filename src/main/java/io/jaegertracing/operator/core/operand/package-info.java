/** From a plan to objects, one file for each thing that a Jaeger becomes. */
@NullMarked
package io.jaegertracing.operator.core.operand;

import org.jspecify.annotations.NullMarked;
