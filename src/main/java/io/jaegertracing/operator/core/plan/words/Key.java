package io.jaegertracing.operator.core.plan.words;

import io.jaegertracing.operator.core.plan.Names;
import java.util.Locale;
import java.util.regex.Pattern;

/** By what a label or an annotation is found: a name, and perhaps the domain of whoever invented it before a slash. */
public final class Key {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private Key() {}

  public static boolean isOfLabel(String key) {
    var slash = key.indexOf('/');
    return isName(key.substring(slash + 1)) && (slash < 0 || isDomain(key.substring(0, slash)));
  }

  /** Kubernetes looks at these without regard to case. */
  static boolean isOfAnnotation(String key) {
    return isOfLabel(key.toLowerCase(Locale.ROOT));
  }

  private static boolean isName(String text) {
    return text.length() <= Names.LABEL && NAME.matcher(text).matches();
  }

  public static boolean isDomain(String text) {
    return text.length() <= Names.OBJECT && DOMAIN.matcher(text).matches();
  }
}
