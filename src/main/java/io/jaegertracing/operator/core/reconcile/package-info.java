/** What has to be done so that a cluster holds what a Jaeger becomes, and how it stands. */
@NullMarked
package io.jaegertracing.operator.core.reconcile;

import org.jspecify.annotations.NullMarked;
