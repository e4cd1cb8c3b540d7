package io.jaegertracing.operator.core.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {
  private static final String LONG =
      "a-very-long-jaeger-instance-name-that-goes-well-beyond-sixty-three-chars";

  @ParameterizedTest
  @CsvSource({
    "-collector, a-very-long-jaeger-instance-name-that-goes-well-beyon-collector",
    "-collector-headless, a-very-long-jaeger-instance-name-that-goes-w-collector-headless",
    "-query, a-very-long-jaeger-instance-name-that-goes-well-beyond-si-query",
    "-ui-configuration-volume, a-very-long-jaeger-instance-name-that-g-ui-configuration-volume",
    "-cassandra-schema-job, a-very-long-jaeger-instance-name-that-goes-cassandra-schema-job",
  })
  void aLongInstanceNameGivesWay(String suffix, String name) {
    assertThat(Names.dns(LONG, suffix)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "-es-index-cleaner, a-very-long-jaeger-instance-name-th-es-index-cleaner",
    "-es-rollover, a-very-long-jaeger-instance-name-that-go-es-rollover",
    "-spark-dependencies, a-very-long-jaeger-instance-name--spark-dependencies",
  })
  void aCronJobLeavesRoomForItsJobs(String suffix, String name) {
    assertThat(Names.of(LONG, suffix, Names.CRON_JOB)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "simplest, simplest",
    "instance.with.dots-collector-headless, instance-with-dots-collector-headless",
    "TestQueryDottedServiceName.With.Dots, testquerydottedservicename-with-dots",
    "Service🦄, servicea",
    "📈Stock-Tracker, astock-tracker",
    "-📈Stock-Tracker, a-stock-tracker",
    "📈, a",
    "foo-, fooa",
    "-foo, afoo",
  })
  void whatDnsDoesNotAllowIsReplaced(String name, String clean) {
    assertThat(Names.dns(name)).isEqualTo(clean);
  }

  @Test
  void aLabelBeginsAndEndsWithALetterOrDigit() {
    assertThat(Names.label("-%$#ThisIsALabel")).isEqualTo("ThisIsALabel");
    assertThat(Names.label("label-invalid--_truncated-.")).isEqualTo("label-invalid--_truncated");
    assertThat(Names.label("x".repeat(62) + "-tail")).isEqualTo("x".repeat(62));
  }
}
