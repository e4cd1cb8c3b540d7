package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.inject.verification.EvictionWindow;
import io.jaegertracing.operator.core.plan.GoDuration;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a flag's value may be, and what it is when nobody gives one. */
record Shape(
    Kind kind,
    String fallback,
    Map<Verb, String> fallbacks,
    List<String> accepted,
    Optional<String> otherwise,
    Optional<String> variable,
    Set<Trait> traits) {

  enum Trait {
    /** Unknown to the Go operator: nobody's old manifest can hold it, so that mistakes may stop the start. */
    OURS,
    IGNORED,
    REPEATED,
    COMMAND_LINE_ONLY,
    ENVIRONMENT_ONLY
  }

  static Shape value(Kind kind, String fallback) {
    return new Shape(
        kind, fallback, Map.of(), List.of(), Optional.empty(), Optional.empty(), Set.of());
  }

  static Shape image(String fallback, String variable) {
    return new Shape(
        Kind.IMAGE,
        fallback,
        Map.of(),
        List.of(),
        Optional.of(fallback),
        Optional.of(variable),
        Set.of());
  }

  static Shape choice(String fallback, String... accepted) {
    return new Shape(
        Kind.CHOICE,
        fallback,
        Map.of(),
        List.of(accepted),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  static Shape off() {
    return value(Kind.SWITCH, "false");
  }

  /** Another default for one verb. */
  Shape but(Verb verb, String other) {
    var more = new EnumMap<Verb, String>(Verb.class);
    more.putAll(fallbacks);
    more.put(verb, other);
    return new Shape(kind, fallback, more, accepted, otherwise, variable, traits);
  }

  /** A value that is not accepted was taken for this one by the Go operator: warn and do the same. */
  Shape otherwise(String used) {
    return new Shape(kind, fallback, fallbacks, accepted, Optional.of(used), variable, traits);
  }

  Shape that(Trait trait) {
    var more = EnumSet.of(trait);
    more.addAll(traits);
    return new Shape(kind, fallback, fallbacks, accepted, otherwise, variable, more);
  }

  /** Set by this variable, too, which is not only ours. */
  Shape also(String known) {
    return new Shape(kind, fallback, fallbacks, accepted, otherwise, Optional.of(known), traits);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  boolean takes(String text) {
    return kind == Kind.CHOICE
        ? accepted.stream().anyMatch(text::equalsIgnoreCase)
        : kind.accepts(text);
  }

  String expectation() {
    return kind == Kind.CHOICE ? "one of " + String.join(", ", accepted) : kind.expectation();
  }

  String placeholder() {
    return kind == Kind.CHOICE ? String.join("|", accepted) : kind.placeholder();
  }

  /** What the value of a flag must look like. */
  enum Kind {
    TEXT("TEXT", "a text"),
    TAG("TAG", "letters, digits, dots, dashes and underscores"),
    HOST("HOST", "a host name or an address"),
    IMAGE("IMAGE", "an image"),
    CHOICE("", "one of the accepted values"),
    SWITCH("", "true or false"),
    PORT("PORT", "a port from 0 to 65535"),
    ADDRESS("HOST:PORT", "HOST:PORT with a port from 0 to 65535, or 0 for none"),
    DURATION("DURATION", "a duration such as 5s or 1m30s"),
    URL("URL", "an https:// URL with a host"),
    ENDPOINT("URL", "an http:// or https:// URL with a host"),
    LIST("A,B,...", "a list with commas"),
    FILE("FILE", "a file name"),
    FOLDER("DIR", "a folder name"),
    WORKLOAD("TYPE:PATH", "[GROUP/]VERSION/RESOURCES:/PATH/TO/TEMPLATE"),
    KUBERNETES("VERSION", "a Kubernetes version such as 1.29"),
    WINDOW("HH:MM-HH:MM", "two different times of day such as 22:00-05:30");

    /** The spellings that Go's strconv.ParseBool takes. */
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    private static final Pattern TAG_OF_AN_IMAGE = Pattern.compile("\\w[\\w.-]{0,127}");

    private static final Pattern WORKLOAD_TYPE =
        Pattern.compile("([a-z0-9.-]+/)?v[a-z0-9]+/[a-z0-9]+:(/[A-Za-z0-9_~-]+)+");

    private final String placeholder;
    private final String expectation;

    Kind(String placeholder, String expectation) {
      this.placeholder = placeholder;
      this.expectation = expectation;
    }

    String placeholder() {
      return placeholder;
    }

    String expectation() {
      return expectation;
    }

    boolean accepts(String text) {
      return switch (this) {
        case TEXT, CHOICE, LIST -> true;
        case IMAGE, HOST -> !text.isBlank();
        case TAG -> TAG_OF_AN_IMAGE.matcher(text).matches();
        case FILE, FOLDER -> !text.isBlank() && text.indexOf('\0') < 0;
        case SWITCH -> TRUE.contains(text) || FALSE.contains(text);
        case PORT -> Address.port(text).isPresent();
        case ADDRESS -> Address.none(text) || Address.parse(text).isPresent();
        case DURATION -> GoDuration.parse(text).filter(d -> !d.isNegative()).isPresent();
        case URL -> isUrl(text, Set.of("https"));
        case ENDPOINT -> isUrl(text, Set.of("http", "https"));
        case WORKLOAD -> WORKLOAD_TYPE.matcher(text).matches();
        case KUBERNETES -> KubernetesVersion.parse(text).isPresent();
        case WINDOW -> EvictionWindow.parse(text).isPresent();
      };
    }

    static boolean isTrue(String text) {
      return TRUE.contains(text);
    }

    private static boolean isUrl(String text, Set<String> schemes) {
      try {
        var url = URI.create(text);
        return url.getScheme() != null
            && schemes.contains(url.getScheme())
            && url.getHost() != null;
      } catch (IllegalArgumentException notAUrl) {
        return false;
      }
    }
  }
}
