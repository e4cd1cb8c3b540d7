/** Which options the programs of Jaeger know, and what is said of one that they do not. */
@NullMarked
package io.jaegertracing.operator.core.options;

import org.jspecify.annotations.NullMarked;
