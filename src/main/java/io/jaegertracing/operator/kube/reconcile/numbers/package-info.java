/** What reconciling comes to, in numbers. */
@NullMarked
package io.jaegertracing.operator.kube.reconcile.numbers;

import org.jspecify.annotations.NullMarked;
