/** What a plan takes from the cluster. */
@NullMarked
package io.jaegertracing.operator.core.plan.observed;

import org.jspecify.annotations.NullMarked;
