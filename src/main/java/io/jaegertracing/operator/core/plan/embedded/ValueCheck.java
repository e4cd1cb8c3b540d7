package io.jaegertracing.operator.core.plan.embedded;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Single values of one object.
 *
 * @param holders by what the object is known: its type, and the fields in which it stands
 */
record ValueCheck(List<String> holders, String path, Findings findings) {
  void check(String name, Object value) {
    var field = path + "." + name;
    if (value instanceof String text) {
      text(name, field, text);
    } else if (value instanceof IntOrString either) {
      either(name, field, either);
    } else if (value instanceof Number number) {
      number(name, field, number.longValue());
    } else if (value instanceof List<?> items) {
      for (var i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof String text) {
          text(name, field + "[" + i + "]", text);
        } else if (items.get(i) instanceof Number number) {
          number(name, field + "[" + i + "]", number.longValue());
        }
      }
    } else if (value instanceof Map<?, ?> && name.equals("matchLabels")) {
      labels(field, (Map<?, ?>) value);
    }
  }

  /** An empty text is as good as none. */
  private void text(String name, String field, String text) {
    if (text.isEmpty()) {
      return;
    }
    var words = holders.stream()
        .map(holder -> Values.words(holder, name))
        .filter(some -> !some.isEmpty() && !some.contains(text));
    words.forEach(some -> new Words(findings).word(field, text, some));
    said(name, Values::form)
        .filter(form -> !form.has(text))
        .forEach(form -> findings.refuse(Rule.BAD_VALUE, field, Words.quoted(text), form.remedy()));
  }

  private void either(String name, String field, IntOrString either) {
    var text = String.valueOf(either.getValue());
    if (text.isEmpty()) {
      return;
    }
    said(name, Values::form)
        .filter(form -> either.getStrVal() == null ? !form.has(text) : !form.hasText(text))
        .forEach(form -> findings.refuse(Rule.BAD_VALUE, field, Words.quoted(text), form.remedy()));
  }

  private void number(String name, String field, long number) {
    said(name, Values::least)
        .filter(least -> number < least)
        .forEach(least ->
            findings.refuse(Rule.OUT_OF_RANGE, field, number, "it must be " + least + " or more"));
    said(name, Values::most)
        .filter(most -> number > most)
        .forEach(most ->
            findings.refuse(Rule.OUT_OF_RANGE, field, number, "it must be " + most + " or less"));
  }

  private void labels(String field, Map<?, ?> labels) {
    labels.forEach((key, value) -> new Words(findings)
        .labels(field, Map.of(String.valueOf(key), value == null ? "" : value.toString())));
  }

  private <T> Stream<T> said(String name, BiFunction<String, String, Optional<T>> table) {
    return holders.stream().flatMap(holder -> table.apply(holder, name).stream());
  }
}
