/** The verbs a user types. */
@NullMarked
package io.jaegertracing.operator.cli;

import org.jspecify.annotations.NullMarked;
