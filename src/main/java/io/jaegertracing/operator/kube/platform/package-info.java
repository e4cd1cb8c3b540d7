/** Whether the cluster is an OpenShift, at the start and later. */
@NullMarked
package io.jaegertracing.operator.kube.platform;

import org.jspecify.annotations.NullMarked;
