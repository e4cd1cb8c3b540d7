/** What people see with kubectl describe. */
@NullMarked
package io.jaegertracing.operator.kube.events;

import org.jspecify.annotations.NullMarked;
