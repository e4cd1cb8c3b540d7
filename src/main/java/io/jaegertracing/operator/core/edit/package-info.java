/** Trees that are changed with care: every change is known as an RFC 6902 operation. */
@NullMarked
package io.jaegertracing.operator.core.edit;

import org.jspecify.annotations.NullMarked;
