package io.jaegertracing.operator.core.scope;

import io.jaegertracing.operator.core.scope.LabelSelector.Demand;
import io.jaegertracing.operator.core.scope.LabelSelector.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of namespaces with commas, or a label selector as kubectl takes it. What has a character that no name can have is a selector.
 *
 * @param mistake why it cannot be understood, and what to write
 */
public record WatchedText(Watched watched, Optional<String> mistake) {
  private static final Pattern OF_SELECTORS = Pattern.compile("[=!()/]");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private static final String WORD = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final Pattern VALUE = Pattern.compile("(" + WORD + ")?");
  private static final String KEY = "(?<key>([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?" + WORD + ")";
  private static final Pattern PRESENT = Pattern.compile(KEY);
  private static final Pattern ABSENT = Pattern.compile("!\\s*" + KEY);
  private static final Pattern COMPARED =
      Pattern.compile(KEY + "\\s*(?<relation>==?|!=)\\s*(?<values>.*)");
  private static final Pattern AMONG =
      Pattern.compile(KEY + "\\s+(?<relation>in|notin)\\s*\\((?<values>.+)\\)");

  /** A comma within parentheses is one between values. */
  private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");

  public static WatchedText read(String text) {
    return OF_SELECTORS.matcher(text).find() ? selector(text) : names(text);
  }

  private static WatchedText names(String text) {
    var names =
        parts(Pattern.compile(","), text).filter(name -> !name.isEmpty()).toList();
    return names.stream()
        .filter(name -> !NAME.matcher(lower(name)).matches())
        .findFirst()
        .map(name -> wrong(quoted(name)
            + " is not the name of a namespace; write names with commas, such as shop,bank,"
            + " or a label selector, such as team=a"))
        .orElseGet(() -> new WatchedText(
            new Watched(names.stream().map(WatchedText::lower).toList(), Optional.empty()),
            Optional.empty()));
  }

  private static WatchedText selector(String text) {
    var demands = new ArrayList<Demand>();
    for (var part : parts(BETWEEN, text).toList()) {
      if (NAME.matcher(part).matches()) {
        return wrong(quoted(part)
            + " reads like the name of a namespace within a label selector; write names alone,"
            + " or ask for values of the label, such as " + part + " in (a,b)");
      }
      var demand = demand(part);
      if (demand.isEmpty()) {
        return wrong(quoted(part)
            + " is no part of a label selector; write KEY=VALUE, KEY!=VALUE, KEY in (A,B),"
            + " KEY notin (A,B), !KEY or PREFIX/KEY, with commas between");
      }
      demands.add(demand.get());
    }
    return new WatchedText(Watched.labelled(new LabelSelector(demands)), Optional.empty());
  }

  private static Optional<Demand> demand(String part) {
    return among(part, COMPARED)
        .filter(demand -> demand.values().size() == 1)
        .or(() -> among(part, AMONG))
        .or(() -> alone(part, PRESENT, Relation.PRESENT))
        .or(() -> alone(part, ABSENT, Relation.ABSENT));
  }

  private static Optional<Demand> among(String part, Pattern form) {
    var found = form.matcher(part);
    if (!found.matches()) {
      return Optional.empty();
    }
    var values = parts(Pattern.compile(","), found.group("values")).toList();
    var relation = found.group("relation");
    var demand = new Demand(
        found.group("key"),
        relation.equals("!=") || relation.equals("notin") ? Relation.NOT_IN : Relation.IN,
        values);
    return Optional.of(demand)
        .filter(any -> values.stream().allMatch(value -> VALUE.matcher(value).matches()));
  }

  private static Optional<Demand> alone(String part, Pattern form, Relation relation) {
    var found = form.matcher(part);
    return found.matches()
        ? Optional.of(new Demand(found.group("key"), relation, List.of()))
        : Optional.empty();
  }

  private static WatchedText wrong(String mistake) {
    return new WatchedText(Watched.EVERYTHING, Optional.of(mistake));
  }

  /** Also the empty ones. */
  private static Stream<String> parts(Pattern separator, String text) {
    return Arrays.stream(separator.split(text, -1)).map(String::strip);
  }

  private static String quoted(String part) {
    return "\"" + part + "\"";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
