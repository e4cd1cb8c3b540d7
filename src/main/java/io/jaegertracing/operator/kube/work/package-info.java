/** Work on the API server in small portions: at its own pace, again after a failure, and not for ever. */
@NullMarked
package io.jaegertracing.operator.kube.work;

import org.jspecify.annotations.NullMarked;
