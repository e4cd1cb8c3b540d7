/** Which of several replicas acts. */
@NullMarked
package io.jaegertracing.operator.kube.leading;

import org.jspecify.annotations.NullMarked;
