package io.jaegertracing.operator.core;

import java.util.regex.Pattern;

/**
 * Takes secrets out of text. Every pattern begins with a fixed word and, once begun, either succeeds or gives up within a fixed distance or at the
 * next beginning: the time is linear in the text.
 */
public final class Redaction {
  private static final String MASK = "***";

  private static final String SECRET_WORDS =
      "password|passwd|pwd|token|[-_.]secret|clientsecret|api[-_]?key|private[-_]?key|credentials?|authorization";

  private static final Pattern PEM_KEY = Pattern.compile(
      "-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY-----|\\z)",
      Pattern.DOTALL);
  /** How "-----BEGIN " looks inside the data of a Secret. */
  private static final Pattern ENCODED_PEM = Pattern.compile("LS0tLS1CRUdJT[A-Za-z0-9+/=]++");

  private static final Pattern USER_INFO = Pattern.compile("://[^\\s/?#]*@");
  private static final Pattern SCHEME = Pattern.compile(
      "(?i)(\\bbearer\\s{1,4}|\\bauthorization[\\\\\"']{0,4}\\s{0,4}[=:]\\s{0,4}basic\\s{1,4})[^\\s\"'\\\\,;]++");
  private static final Pattern JWT =
      Pattern.compile("(?<![\\w-])eyJ[\\w-]++\\.[\\w-]++\\.[\\w-]*+");
  private static final Pattern PAIR = Pattern.compile(
      "(?i)((?:" + SECRET_WORDS
          + ")[\\\\\"']{0,4}\\s{0,4}[=:]\\s{0,4})(?!(?:bearer|basic)\\s)(?:\\\\*+\"[^\"]*+|\\\\*+'[^']*+|[^\\s\"'&;]++)");
  private static final Pattern SECRET_NAME = Pattern.compile("(?i).{0,80}(?:" + SECRET_WORDS + ")");

  private static final Pattern USER_OF_A_PROXY = Pattern.compile("^(\\w+://)?\\S*@");

  private Redaction() {}

  /** A proxy may be written without a scheme. */
  public static String ofProxy(String text) {
    return USER_OF_A_PROXY.matcher(text).replaceAll("$1" + MASK + "@");
  }

  public static String mask(String text) {
    var masked = PEM_KEY.matcher(text).replaceAll(MASK);
    masked = ENCODED_PEM.matcher(masked).replaceAll(MASK);
    masked = USER_INFO.matcher(masked).replaceAll("://" + MASK + "@");
    masked = SCHEME.matcher(masked).replaceAll("$1" + MASK);
    masked = JWT.matcher(masked).replaceAll(MASK);
    return PAIR.matcher(masked).replaceAll("$1" + MASK);
  }

  /** The value of a field: masked as a whole when its name says that it is a secret. */
  public static String mask(String name, String value) {
    return SECRET_NAME.matcher(name).matches() ? MASK : mask(value);
  }
}
