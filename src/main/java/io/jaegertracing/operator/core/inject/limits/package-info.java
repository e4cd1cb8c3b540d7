/** What a namespace allows its Pods in CPU, memory and the like, and what a sidecar makes of them. */
@NullMarked
package io.jaegertracing.operator.core.inject.limits;

import org.jspecify.annotations.NullMarked;
