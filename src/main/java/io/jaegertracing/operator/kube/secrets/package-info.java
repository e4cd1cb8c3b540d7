/** Makes what must be secret, and knows when it has to be made again; the only part of the reconciling that reads Secrets. */
@NullMarked
package io.jaegertracing.operator.kube.secrets;

import org.jspecify.annotations.NullMarked;
