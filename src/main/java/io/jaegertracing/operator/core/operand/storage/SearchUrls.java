package io.jaegertracing.operator.core.operand.storage;

import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.List;
import java.util.stream.Stream;

/** Where Elasticsearch answers, as far as the resource says so. */
final class SearchUrls {
  private static final String ARGUMENT = "--es.server-urls=";

  private SearchUrls() {}

  /** The scripts take one; empty when it is only known to a Secret, which no script reads it from. */
  static String first(JaegerPlan plan) {
    return SelfElasticsearch.url(plan)
        .or(() -> given(plan).stream().findFirst())
        .orElse("");
  }

  static String all(JaegerPlan plan) {
    return String.join(",", given(plan));
  }

  private static List<String> given(JaegerPlan plan) {
    return plan.storage().flags().arguments().stream()
        .filter(argument -> argument.startsWith(ARGUMENT))
        .map(argument -> argument.substring(ARGUMENT.length()))
        .flatMap(urls -> Stream.of(urls.split(",", -1)))
        .toList();
  }
}
