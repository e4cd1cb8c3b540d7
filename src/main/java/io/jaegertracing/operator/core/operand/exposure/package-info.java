/** How the user interface is reached from outside the cluster. */
@NullMarked
package io.jaegertracing.operator.core.operand.exposure;

import org.jspecify.annotations.NullMarked;
