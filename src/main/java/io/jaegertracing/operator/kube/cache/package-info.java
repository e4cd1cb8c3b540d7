/** What is known of the cluster without asking: mirrors of the few kinds that injection looks at. */
@NullMarked
package io.jaegertracing.operator.kube.cache;

import org.jspecify.annotations.NullMarked;
