package io.jaegertracing.operator.laws;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class LawsTest {
  private static final String HOUSE = "io.jaegertracing.operator";
  private static final String BROKEN = HOUSE + ".laws.broken";
  private static final JavaClasses PRODUCT = new ClassFileImporter()
      .importPath(Path.of(System.getProperty("build.directory", "target"), "classes"));
  private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(BROKEN);

  @ParameterizedTest
  @EnumSource(Law.class)
  void theProductKeepsIt(Law law) {
    law.below(HOUSE).check(PRODUCT);
  }

  /** A law that cannot fail protects nothing: each has a breach in the package {@code broken}. */
  @ParameterizedTest
  @EnumSource(Law.class)
  void aBreachIsFound(Law law) {
    assertThat(law.below(BROKEN).evaluate(BREACHES).hasViolation()).isTrue();
  }
}
