/** Files that stand for a cluster. */
@NullMarked
package io.jaegertracing.operator.cli.folders;

import org.jspecify.annotations.NullMarked;
