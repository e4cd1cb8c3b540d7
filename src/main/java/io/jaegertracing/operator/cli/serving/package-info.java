/** Verbs that serve until they are stopped. */
@NullMarked
package io.jaegertracing.operator.cli.serving;

import org.jspecify.annotations.NullMarked;
