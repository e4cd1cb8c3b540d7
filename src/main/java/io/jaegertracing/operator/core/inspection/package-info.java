/** Looks at the Pods of a plan as the API server will, once users' templates lie over them. */
@NullMarked
package io.jaegertracing.operator.core.inspection;

import org.jspecify.annotations.NullMarked;
