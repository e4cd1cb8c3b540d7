/** Single words of a resource that must mean something: durations, schedules, counts, names. */
@NullMarked
package io.jaegertracing.operator.core.plan.words;

import org.jspecify.annotations.NullMarked;
