package io.jaegertracing.operator.core.plan.embedded;

import io.jaegertracing.operator.core.plan.words.Key;
import java.util.regex.Pattern;

/** How a value has to be written, so that the API server takes it. */
enum Form {
  ABSOLUTE_PATH("/.*", "begin it with a slash"),
  ADDRESS("", "write an IP address such as 10.0.0.1"),
  AMOUNT(
      "(limits|requests)\\.(cpu|memory|ephemeral-storage|hugepages-.+)",
      "use limits or requests of cpu, memory or ephemeral-storage, such as limits.memory"),
  COUNT_OR_PERCENTAGE("\\d+%?", "write a number of Pods such as 1, or a percentage such as 25%"),
  DRIVER(
      "(?i)(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
      "use at most 63 letters, digits, - and ., with a letter or digit at both ends and beside each ."),
  ENTRY(
      "(?!\\.\\.)(?!\\.$)[-._A-Za-z0-9]{1,253}",
      "use letters, digits, dashes, dots and underscores, and not two dots in front"),
  FIELD_FOR_FILE(
      "metadata\\.(name|namespace|uid|(labels|annotations)(\\['.+'])?)",
      "use metadata.name, metadata.namespace, metadata.uid, metadata.labels or metadata.annotations"),
  FIELD_FOR_VARIABLE(
      "metadata\\.(name|namespace|uid|(labels|annotations)\\['.+'])"
          + "|spec\\.(nodeName|serviceAccountName)|status\\.(hostIPs?|podIPs?)",
      "use metadata.name, metadata.namespace, metadata.uid, metadata.labels['KEY'], metadata.annotations['KEY'],"
          + " spec.nodeName, spec.serviceAccountName, status.hostIP or status.podIP"),
  FILE(
      "(?!\\.\\.)[^/].*",
      "write a path that stays inside: without a slash or two dots in front, and without .. in it"),
  HEADER("[-A-Za-z0-9]+", "use letters, digits and dashes"),
  KEY(
      "",
      "use at most 63 letters, digits, dashes, dots and underscores, with a letter or digit at both ends,"
          + " and before them, if anything, a domain and a slash, as in example.com/team"),
  LABEL_NAME(
      "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?",
      "use at most 63 small letters, digits and dashes, with a letter or digit at both ends"),
  LABEL_VALUE(
      "([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?",
      "use at most 63 letters, digits, dashes, dots and underscores, with a letter or digit at both ends"),
  OBJECT_NAME(
      "",
      "use small letters, digits, - and ., with a letter or digit at both ends and beside each ."),
  PATH_INSIDE("[^/].*", "write a path that stays inside: without a slash in front, and without .."),
  PATH_WITHOUT_STEPS_BACK(".*", "write a path without .."),
  PORT("", "write a number from 1 to 65535, or the name of a port"),
  PORT_NAME(
      "",
      "use at most 15 small letters, digits and dashes, with a letter among them, and no dash at an end or beside another"),
  SHARE(
      "\\d+|(100|\\d{1,2})%", "write a number of Pods such as 1, or a percentage of at most 100%"),
  SYSCTL(
      "(?=.{1,253}$)([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?",
      "write the name of a setting of the kernel, such as net.core.somaxconn"),
  VARIABLE(
      "[ -<>-~]*", "use letters, digits and underscores; it has no = and nothing outside of ASCII");

  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_PORT_NAME = 15;

  private final String pattern;
  private final String remedy;

  /** @param pattern that is all there is to it, or empty */
  Form(String pattern, String remedy) {
    this.pattern = pattern;
    this.remedy = remedy;
  }

  boolean has(String text) {
    return switch (this) {
      case ADDRESS -> isAddress(text);
      case KEY -> Key.isOfLabel(text);
      case OBJECT_NAME -> Key.isDomain(text);
      case FILE, PATH_INSIDE, PATH_WITHOUT_STEPS_BACK -> text.matches(pattern) && !stepsBack(text);
      case PORT -> isNumber(text) ? isPort(text) : isPortName(text);
      case PORT_NAME -> isPortName(text);
      default -> text.matches(pattern);
    };
  }

  /** What is written as a text is the name of a port, or a percentage; a number stands without quotes. */
  boolean hasText(String text) {
    return switch (this) {
      case PORT -> isPortName(text);
      case COUNT_OR_PERCENTAGE, SHARE -> text.endsWith("%") && has(text);
      default -> has(text);
    };
  }

  String remedy() {
    return remedy;
  }

  private static boolean stepsBack(String path) {
    return Pattern.compile("/").splitAsStream(path).anyMatch(".."::equals);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+");
  }

  private static boolean isPort(String number) {
    return number.length() <= String.valueOf(HIGHEST_PORT).length()
        && Integer.parseInt(number) >= 1
        && Integer.parseInt(number) <= HIGHEST_PORT;
  }

  private static boolean isPortName(String text) {
    return text.length() <= LONGEST_PORT_NAME
        && text.matches("[a-z0-9]+(-[a-z0-9]+)*")
        && text.matches(".*[a-z].*");
  }

  private static boolean isAddress(String text) {
    return text.matches("(\\d{1,3}\\.){3}\\d{1,3}")
        ? Pattern.compile("\\.").splitAsStream(text).allMatch(Form::isByte)
        : text.contains(":") && text.matches("[0-9a-fA-F:.]+");
  }

  /** Kubernetes reads no zeros in front. */
  private static boolean isByte(String number) {
    return number.matches("0|[1-9]\\d{0,2}") && Integer.parseInt(number) <= 255;
  }
}
