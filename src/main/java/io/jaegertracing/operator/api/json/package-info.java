/** The parts of a Jaeger that follow no schema: free-form values, unknown fields, numbers as they were typed. */
package io.jaegertracing.operator.api.json;
