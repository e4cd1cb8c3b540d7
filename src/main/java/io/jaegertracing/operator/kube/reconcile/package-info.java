/** Makes the cluster hold what Jaegers become, and keeps it so: on the leader alone. */
@NullMarked
package io.jaegertracing.operator.kube.reconcile;

import org.jspecify.annotations.NullMarked;
