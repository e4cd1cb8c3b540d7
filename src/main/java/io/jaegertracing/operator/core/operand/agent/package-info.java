/** The agent, on every node or beside the query program. */
@NullMarked
package io.jaegertracing.operator.core.operand.agent;

import org.jspecify.annotations.NullMarked;
