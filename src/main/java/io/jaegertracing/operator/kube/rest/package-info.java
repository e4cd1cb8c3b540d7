/** Reading the API server as trees, without blocking anyone. */
@NullMarked
package io.jaegertracing.operator.kube.rest;

import org.jspecify.annotations.NullMarked;
