package io.jaegertracing.operator.core;

import java.util.regex.Pattern;

/** Text that may be shown to anybody who reads a log. */
public final class Redaction {
  /** Greedy, because a password may hold a slash or an at sign that nobody escaped. */
  private static final Pattern USER = Pattern.compile("//[^\\s,]*@");

  private static final Pattern USER_OF_A_PROXY = Pattern.compile("^(\\w+://)?\\S*@");

  private Redaction() {}

  public static String of(String text) {
    return USER.matcher(text).replaceAll("//***@");
  }

  /** A proxy may be written without a scheme. */
  public static String ofProxy(String text) {
    return USER_OF_A_PROXY.matcher(text).replaceAll("$1***@");
  }
}
