/** Servers: what they listen on, how they say that they are alive and ready, and how they stop. */
@NullMarked
package io.jaegertracing.operator.http;

import org.jspecify.annotations.NullMarked;
