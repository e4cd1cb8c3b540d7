/** Objects of Kubernetes that a Jaeger hands through to its Pods, and what the API server insists on in them. */
@NullMarked
package io.jaegertracing.operator.core.plan.embedded;

import org.jspecify.annotations.NullMarked;
