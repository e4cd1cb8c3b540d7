package io.jaegertracing.operator.laws;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.function.Function;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The laws of the house, each for the tree below a root package, so that a tree that breaks them can be tried, too. */
@SuppressWarnings(
    "ImmutableEnumChecker") // the functions are stateless lambdas, which the checker cannot see
enum Law {
  CORE_USES_NOTHING_THAT_ACTS(root -> noClasses()
      .that()
      .resideInAPackage(root + ".core..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "io.vertx..",
          "io.fabric8.kubernetes.client..",
          "io.micrometer..",
          "org.slf4j..",
          "ch.qos.logback..",
          "java.net..",
          "java.nio.file..",
          "java.nio.channels..",
          "java.util.concurrent..",
          "java.util.logging..",
          root + ".kube..",
          root + ".http..",
          root + ".cli..",
          root + ".settings..",
          root + ".logging..")),

  CORE_USES_NO_INPUT_OR_OUTPUT(root -> noClasses()
      .that()
      .resideInAPackage(root + ".core..")
      .should()
      .dependOnClassesThat()
      .haveNameMatching(
          "java\\.io\\.(File|Input|Output|Reader|Writer|Print|Buffered|RandomAccess).*")),

  CORE_KNOWS_NO_CHANCE(
      root -> noClasses()
          .that()
          .resideInAPackage(root + ".core..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.(Random|UUID|SplittableRandom)|java\\.util\\.random\\..*|java\\.security\\.SecureRandom")),

  ONLY_MAIN_READS_THE_ENVIRONMENT(root -> noClasses()
      .that()
      .doNotHaveFullyQualifiedName(root + ".Main")
      .should()
      .callMethod(System.class, "getenv")
      .orShould()
      .callMethod(System.class, "getenv", String.class)),

  ONLY_MAIN_READS_THE_CLOCK(root -> noClasses()
      .that()
      .doNotHaveFullyQualifiedName(root + ".Main")
      .should()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(Instant.class, "now")
      .orShould()
      .callMethod(LocalDate.class, "now")
      .orShould()
      .callMethod(LocalDateTime.class, "now")
      .orShould()
      .callMethod(ZonedDateTime.class, "now")
      .orShould()
      .callMethod(Clock.class, "systemUTC")
      .orShould()
      .callMethod(Clock.class, "systemDefaultZone")),

  ONLY_MAIN_ENDS_THE_PROCESS(root -> noClasses()
      .that()
      .doNotHaveFullyQualifiedName(root + ".Main")
      .should()
      .callMethod(System.class, "exit", int.class)
      .orShould()
      .callMethod(Runtime.class, "halt", int.class)),

  ONLY_MAIN_TOUCHES_THE_STANDARD_STREAMS(root -> noClasses()
      .that()
      .doNotHaveFullyQualifiedName(root + ".Main")
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .accessField(System.class, "in")),

  NOBODY_SLEEPS(root -> noClasses().should().callMethod(Thread.class, "sleep", long.class)),

  API_REACHES_NO_OTHER_ROOM(root -> noClasses()
      .that()
      .resideInAPackage(root + ".api..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          root + ".core..",
          root + ".kube..",
          root + ".http..",
          root + ".cli..",
          root + ".settings..",
          "io.vertx..",
          "org.slf4j..")),

  API_HAS_NO_BEHAVIOUR(root -> methods()
      .that()
      .areDeclaredInClassesThat()
      .resideInAPackage(root + ".api..")
      .should(OnlyCarryData.inTheApi())),

  ONLY_KUBE_SPEAKS_TO_THE_CLUSTER(root -> noClasses()
      .that()
      .resideOutsideOfPackages(root + ".kube..", root + ".api..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.fabric8.kubernetes.client..")),

  ONLY_HTTP_KNOWS_VERTX_WEB(root -> noClasses()
      .that()
      .resideOutsideOfPackage(root + ".http..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.vertx.ext.web..")),

  ONLY_TRACING_KNOWS_OPENTELEMETRY(root -> noClasses()
      .that()
      .resideOutsideOfPackage(root + ".http.tracing..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.opentelemetry..")),

  HTTP_AND_KUBE_DO_NOT_KNOW_EACH_OTHER(root -> noClasses()
      .that()
      .resideInAPackage(root + ".http..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage(root + ".kube..")),

  ROOMS_FORM_NO_CYCLE(root -> slices().matching(root + ".(*)..").should().beFreeOfCycles()),

  NO_GLOBAL_STATE(root -> fields().that().areStatic().should().beFinal()),

  NAMES_SAY_WHAT_A_THING_IS(root -> noClasses()
      .should()
      .haveSimpleNameStartingWith("Abstract")
      .orShould()
      .haveSimpleNameEndingWith("Impl")
      .orShould()
      .haveSimpleNameEndingWith("Util")
      .orShould()
      .haveSimpleNameEndingWith("Utils")
      .orShould()
      .haveSimpleNameEndingWith("Helper")
      .orShould()
      .haveSimpleNameEndingWith("Manager")
      .orShould()
      // A Service is a thing of Kubernetes; only a name that ends in it hides what is meant.
      .haveNameMatching(".*[a-z]Service"));

  private final Function<String, ArchRule> rule;

  Law(Function<String, ArchRule> rule) {
    this.rule = rule;
  }

  ArchRule below(String root) {
    // A room that does not exist yet keeps its law.
    return rule.apply(root).allowEmptyShould(true);
  }
}
