/** The rules: from a workload and what is known around it to a decision. */
@NullMarked
package io.jaegertracing.operator.core.inject.decision;

import org.jspecify.annotations.NullMarked;
