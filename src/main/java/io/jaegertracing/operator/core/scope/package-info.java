/** Which part of a cluster this operator looks after. */
@NullMarked
package io.jaegertracing.operator.core.scope;

import org.jspecify.annotations.NullMarked;
