package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import org.jspecify.annotations.Nullable;

/** Objects of Kubernetes hold the fields that they are known to have, and nothing else that happened to be written there. */
public final class KnownFields extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasAnySetter(Annotated annotated) {
    var isOurs = annotated instanceof AnnotatedMember member
        && Extensible.class.isAssignableFrom(member.getDeclaringClass());
    return isOurs ? super.hasAnySetter(annotated) : Boolean.FALSE;
  }
}
