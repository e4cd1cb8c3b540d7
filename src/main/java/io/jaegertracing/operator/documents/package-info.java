/** YAML and JSON files as users write them, read as the Go operator and kubectl read them. */
@NullMarked
package io.jaegertracing.operator.documents;

import org.jspecify.annotations.NullMarked;
