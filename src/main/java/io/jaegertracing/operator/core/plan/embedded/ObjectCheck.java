package io.jaegertracing.operator.core.plan.embedded;

import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One object against what its type demands. */
record ObjectCheck(String type, Map<String, Object> fields, String path, Findings findings) {
  void check() {
    Demands.required(type).stream().filter(this::isMissing).forEach(this::missing);
    if (Demands.one(type).stream().allMatch(this::isMissing)) {
      none(Demands.one(type));
    }
    several(Demands.one(type));
    several(Demands.atMostOne(type));
    new TreeMap<>(fields).forEach((name, value) -> {
      if (value instanceof String text) {
        word(name, text);
      } else if (value instanceof Number number) {
        number(name, number);
      }
    });
    toleration();
    strategy();
  }

  /** A header or a kernel parameter may well be empty. */
  private boolean isMissing(String name) {
    var value = fields.get(name);
    return value == null
        || (value instanceof String text && text.isEmpty() && !name.equals("value"))
        || (value instanceof Collection<?> items && items.isEmpty());
  }

  private void missing(String name) {
    findings.refuse(Rule.MISSING_FIELD, path + "." + name, Words.quoted(name), "add it");
  }

  private void none(List<String> alternatives) {
    if (!alternatives.isEmpty()) {
      findings.refuse(
          Rule.MISSING_FIELD,
          path + "." + alternatives.get(0),
          String.join(" or ", alternatives),
          "add one of them");
    }
  }

  private void several(List<String> alternatives) {
    var given = alternatives.stream()
        .filter(name -> !isMissing(name) && !"".equals(fields.get(name)))
        .toList();
    if (given.size() > 1) {
      findings.refuse(Rule.CONTRADICTION, path, String.join(" and ", given), "keep one of them");
    }
  }

  private void word(String name, String text) {
    var words = Demands.words(type, name);
    if (!text.isEmpty() && !words.isEmpty() && !words.contains(text)) {
      findings.refuse(
          Rule.UNKNOWN_WORD,
          path + "." + name,
          Words.quoted(text),
          "use one of " + String.join(", ", words));
    }
  }

  private void number(String name, Number number) {
    var least = Demands.least(type, name);
    if (number.longValue() < least) {
      findings.refuse(
          Rule.OUT_OF_RANGE, path + "." + name, number, "it must be " + least + " or more");
    }
  }

  /** Without a key every taint is borne, which has to be said. */
  private void toleration() {
    if (type.equals("Toleration") && isMissing("key") && !"Exists".equals(fields.get("operator"))) {
      findings.refuse(
          Rule.MISSING_FIELD,
          path + ".key",
          Words.quoted("key"),
          "add it, or write operator: Exists to bear every taint");
    }
  }

  private void strategy() {
    if (type.equals("DeploymentStrategy")
        && "Recreate".equals(fields.get("type"))
        && fields.containsKey("rollingUpdate")) {
      findings.refuse(
          Rule.CONTRADICTION,
          path + ".rollingUpdate",
          "Recreate and rollingUpdate",
          "keep one of them");
    }
  }
}
