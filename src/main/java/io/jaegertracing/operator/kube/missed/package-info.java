/** Pods that run without the sidecar that they ask for: found, told of, and some of them made again. */
@NullMarked
package io.jaegertracing.operator.kube.missed;

import org.jspecify.annotations.NullMarked;
