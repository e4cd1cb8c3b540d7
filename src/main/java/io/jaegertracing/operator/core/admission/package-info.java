/** What an API server asks before it stores an object, and what it is answered. */
@NullMarked
package io.jaegertracing.operator.core.admission;

import org.jspecify.annotations.NullMarked;
