/** Pure functions and values that need no subject of their own. */
@NullMarked
package io.jaegertracing.operator.core;

import org.jspecify.annotations.NullMarked;
