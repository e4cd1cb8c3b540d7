/** Verbs that turn files into files. */
@NullMarked
package io.jaegertracing.operator.cli.rendering;

import org.jspecify.annotations.NullMarked;
