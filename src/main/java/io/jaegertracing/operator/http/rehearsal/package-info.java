/** The server's questions to itself before anybody else may ask. */
@NullMarked
package io.jaegertracing.operator.http.rehearsal;

import org.jspecify.annotations.NullMarked;
