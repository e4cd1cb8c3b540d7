/** Effects on the API server: the only room that speaks to it. */
@NullMarked
package io.jaegertracing.operator.kube;

import org.jspecify.annotations.NullMarked;
