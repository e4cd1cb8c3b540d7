/** The Jaeger custom resource as data: what users write in {@code spec}, what they read in {@code status}, and the annotations they type. */
package io.jaegertracing.operator.api;
