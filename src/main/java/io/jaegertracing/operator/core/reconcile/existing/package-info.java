/** What there is in the cluster, reduced to what reconciling looks at. */
@NullMarked
package io.jaegertracing.operator.core.reconcile.existing;

import org.jspecify.annotations.NullMarked;
