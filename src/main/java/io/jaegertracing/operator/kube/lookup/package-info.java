/** What no mirror holds, read by name while a review waits. */
@NullMarked
package io.jaegertracing.operator.kube.lookup;

import org.jspecify.annotations.NullMarked;
