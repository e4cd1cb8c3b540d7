/** What can be wrong with a resource: the one catalogue that the webhook, the status and the command line share. */
@NullMarked
package io.jaegertracing.operator.core.problem;

import org.jspecify.annotations.NullMarked;
