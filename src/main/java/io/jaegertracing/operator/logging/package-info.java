/** What the program says about itself, one line at a time and without secrets. */
@NullMarked
package io.jaegertracing.operator.logging;

import org.jspecify.annotations.NullMarked;
