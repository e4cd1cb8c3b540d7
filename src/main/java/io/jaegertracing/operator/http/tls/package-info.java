/** Certificates: read, verified before they are used, made for development, replaced while connections stay open. */
@NullMarked
package io.jaegertracing.operator.http.tls;

import org.jspecify.annotations.NullMarked;
