/** A Pod template that a user lays over ours. */
@NullMarked
package io.jaegertracing.operator.core.template;

import org.jspecify.annotations.NullMarked;
