/** Workloads that are looked at again when what their sidecar depends on changed. */
@NullMarked
package io.jaegertracing.operator.kube.retouch;

import org.jspecify.annotations.NullMarked;
