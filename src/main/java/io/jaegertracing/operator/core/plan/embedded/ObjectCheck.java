package io.jaegertracing.operator.core.plan.embedded;

import io.fabric8.kubernetes.api.model.IntOrString;
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
    var values = new ValueCheck(List.of(type, role(1), role(2) + "." + role(1)), path, findings);
    new TreeMap<>(fields).forEach(values::check);
    new Combinations(this).check();
  }

  /** A header or a kernel parameter may well be empty. */
  boolean isMissing(String name) {
    var value = fields.get(name);
    return value == null
        || (value instanceof String text && text.isEmpty() && !name.equals("value"))
        || (value instanceof IntOrString either && "".equals(either.getValue()))
        || (value instanceof Collection<?> items && items.isEmpty());
  }

  /** In which field the object stands, counted from the last. */
  String role(int place) {
    var steps = path.replaceAll("\\[\\d+]", "").split("\\.", -1);
    return place > steps.length ? "" : steps[steps.length - place];
  }

  /** What it says, where everything is written as a text. */
  String text(String name) {
    var value = fields.get(name);
    return value instanceof IntOrString either
        ? String.valueOf(either.getValue())
        : String.valueOf(value);
  }

  void missing(String name) {
    missing(name, "add it");
  }

  void missing(String name, String remedy) {
    findings.refuse(Rule.MISSING_FIELD, path + "." + name, Words.quoted(name), remedy);
  }

  void contradiction(String field, String both) {
    findings.refuse(Rule.CONTRADICTION, field, both, "keep one of them");
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
      contradiction(path, String.join(" and ", given));
    }
  }
}
