/** The changes: a sidecar goes in, is brought up to date, or goes out. */
@NullMarked
package io.jaegertracing.operator.core.inject.sidecar;

import org.jspecify.annotations.NullMarked;
