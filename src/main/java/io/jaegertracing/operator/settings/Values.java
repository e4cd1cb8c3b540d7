package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.Redaction;
import io.jaegertracing.operator.settings.Shape.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static io.jaegertracing.operator.settings.Shape.Trait.IGNORED;
import static io.jaegertracing.operator.settings.Shape.Trait.OURS;
import static io.jaegertracing.operator.settings.Shape.Trait.REPEATED;

/** The strongest value that was given for each flag, where it came from, and what is wrong with it. */
record Values(Verb verb, Map<Flag, Value> flags) {

  enum Place {
    COMMAND_LINE,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  /** The source is the name of the variable or the file. */
  record Value(List<String> texts, Place place, String source) {}

  /** One value that does not do, and the one that is used instead when that is allowed. */
  private record Complaint(String text, Optional<String> used) {}

  static Values resolve(
      Verb verb, CommandLine line, Map<String, String> environment, ConfigFile file) {
    var resolved = new EnumMap<Flag, Value>(Flag.class);
    for (var flag : Flag.values()) {
      var value = given(flag, line, environment, file).filter(any -> flag.isTakenBy(verb));
      resolved.put(
          flag, value.orElseGet(() -> new Value(List.of(flag.fallback(verb)), Place.DEFAULT, "")));
    }
    return new Values(verb, resolved);
  }

  private static Optional<Value> given(
      Flag flag, CommandLine line, Map<String, String> environment, ConfigFile file) {
    if (line.flags().containsKey(flag)) {
      return Optional.of(new Value(
          list(flag, line.flags().getOrDefault(flag, List.of())), Place.COMMAND_LINE, ""));
    }
    return flag.spelling().variables().stream()
        .filter(name -> !environment.getOrDefault(name, "").isEmpty())
        .findFirst()
        .map(name -> new Value(
            fromVariable(flag, environment.getOrDefault(name, "")), Place.ENVIRONMENT, name))
        .or(() -> Optional.ofNullable(file.flags().get(flag))
            .map(texts -> new Value(list(flag, texts), Place.FILE, file.name())));
  }

  private static List<String> fromVariable(Flag flag, String text) {
    return flag.shape().is(REPEATED) ? commas(text).toList() : list(flag, List.of(text));
  }

  private static List<String> list(Flag flag, List<String> texts) {
    if (flag.shape().kind() == Kind.LIST) {
      return texts.stream().flatMap(Values::commas).toList();
    }
    return flag.shape().is(REPEATED) ? List.copyOf(texts) : List.of(texts.get(texts.size() - 1));
  }

  static Stream<String> commas(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(item -> !item.isEmpty());
  }

  boolean isGiven(Flag flag) {
    return value(flag).place() != Place.DEFAULT;
  }

  /** Every value of a flag that may have several; none when nobody gave one and there is no default. */
  List<String> texts(Flag flag) {
    return value(flag).texts();
  }

  /** A value that is not accepted has been complained about; what is used for it is decided here alone. */
  String text(Flag flag) {
    var text = String.join(",", texts(flag));
    if (!isGiven(flag) || flag.shape().takes(text)) {
      return text;
    }
    return substitute(flag).orElseThrow(() -> new IllegalStateException("refused: " + flag));
  }

  Stream<String> mistakes() {
    return complaints().filter(one -> one.used().isEmpty()).map(Complaint::text);
  }

  Stream<String> warnings() {
    var replaced = complaints()
        .flatMap(one -> one.used().map(used -> one.text() + "; " + used + " is used").stream());
    var ignored = given()
        .filter(flag -> flag.shape().is(IGNORED))
        .map(flag -> shown(flag) + " is " + flag.help() + "; leave it out");
    return Stream.concat(replaced, ignored);
  }

  /** Each value that is not the default, and where it came from, without passwords. */
  Stream<String> described() {
    return given().map(this::shown);
  }

  private Stream<Flag> given() {
    return flags.keySet().stream().filter(this::isGiven);
  }

  private Stream<Complaint> complaints() {
    return given()
        .flatMap(flag -> texts(flag).stream()
            .filter(text -> !flag.shape().takes(text))
            .map(text -> new Complaint(
                shown(flag, text) + " is not accepted: expected " + flag.shape().expectation(),
                substitute(flag))));
  }

  /** What the Go operator made of it; its command line refused all but free texts, its other sources nothing. */
  private Optional<String> substitute(Flag flag) {
    if (flag.shape().is(OURS)) {
      return Optional.empty();
    }
    return flag.shape()
        .otherwise()
        .or(() -> Optional.of(flag.fallback(verb))
            .filter(any -> value(flag).place() != Place.COMMAND_LINE));
  }

  private Value value(Flag flag) {
    var value = flags.get(flag);
    if (value == null) {
      throw new IllegalStateException("never resolved: " + flag);
    }
    return value;
  }

  private String shown(Flag flag) {
    return shown(flag, String.join(",", texts(flag)));
  }

  private String shown(Flag flag, String plain) {
    var value = value(flag);
    var text = Redaction.mask(plain);
    return switch (value.place()) {
      case COMMAND_LINE -> "--" + flag.text() + "=" + text;
      case ENVIRONMENT -> value.source() + "=" + text + " of the environment";
      case FILE -> flag.text() + ": " + text + " of file " + value.source();
      case DEFAULT -> flag.text() + ": " + text + " by default";
    };
  }
}
