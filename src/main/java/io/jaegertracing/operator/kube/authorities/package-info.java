/** ConfigMaps into which OpenShift writes its authorities, beside workloads in the namespaces of others. */
@NullMarked
package io.jaegertracing.operator.kube.authorities;

import org.jspecify.annotations.NullMarked;
