/** The programs of a Jaeger as Deployments, and what scales and guards them. */
@NullMarked
package io.jaegertracing.operator.core.operand.workload;

import org.jspecify.annotations.NullMarked;
