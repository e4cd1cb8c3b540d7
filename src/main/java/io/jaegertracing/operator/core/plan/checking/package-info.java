/** What is wrong with a plan: words, numbers and names that the API server or a program of Jaeger would not take. Of what does not run nothing is said. */
@NullMarked
package io.jaegertracing.operator.core.plan.checking;

import org.jspecify.annotations.NullMarked;
