/** What reconciling is told beforehand, and what it finds out about the cluster. */
@NullMarked
package io.jaegertracing.operator.kube.reconcile.setup;

import org.jspecify.annotations.NullMarked;
