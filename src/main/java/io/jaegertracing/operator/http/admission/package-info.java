/** The paths that API servers ask before they store an object. */
@NullMarked
package io.jaegertracing.operator.http.admission;

import org.jspecify.annotations.NullMarked;
