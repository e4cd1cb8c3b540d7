package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two operators share a namespace, and each has one of its own; a label says whose a Jaeger is. */
@OnCluster
class OperatorsIT {
  private static final Set<String> READING = Set.of("get", "list", "watch");
  private static final Pattern ACCOUNT =
      Pattern.compile("system:serviceaccount:(.*):jaeger-operator");
  private static final String LABEL = "jaegertracing.io/operated-by";

  /** With its namespace longer than a label may be. */
  private static final String LONG_NAME = "an-operator-with-a-name-as-long-as-names-of-them-may-be";

  @TempDir
  private Path folder;

  @Test
  void neverTouchWhatIsTheOthers(Cluster cluster) {
    cluster.installJaegerCrd();
    var ofFirst = Site.create(cluster, "of-first");
    var ofSecond = Site.create(cluster, "of-second");
    var shared = Site.create(cluster, "shared");
    var first = post(cluster, "jaeger-operator", ofFirst, shared);
    var second = post(cluster, LONG_NAME, ofSecond, shared);
    shared.apply(labelled("first", first));
    shared.apply(labelled("second", second));
    shared.apply(labelled("moved", first));
    ofFirst.withJaeger("alone", "{}").apply(labelled("stranger", second));
    ofSecond.withJaeger("alone", "{}");
    try (var one = start(cluster, first, ofFirst, shared);
        var other = start(cluster, second, ofSecond, shared)) {
      shared.withJaeger("free", "{}");
      for (var name : List.of("first", "second", "moved", "free")) {
        shared.eventually(name + " is ready", site -> site.isReady(name));
      }
      Stream.of(ofFirst, ofSecond)
          .forEach(site -> site.eventually("it is ready", own -> own.isReady("alone")));
      assertThat(operatedBy(ofSecond, "alone")).isEqualTo(identity(second)).hasSizeLessThan(64);
      assertThat(writers(cluster, shared, "first")).containsExactly(first.home());
      assertThat(writers(cluster, shared, "second")).containsExactly(second.home());
      assertThat(writers(cluster, shared, "moved")).containsExactly(first.home());
      assertThat(writers(cluster, ofFirst, "alone")).containsExactly(first.home());
      assertThat(writers(cluster, ofSecond, "alone")).containsExactly(second.home());
      assertOneTookWhatWasFree(cluster, shared, first, second);

      shared.run(
          "label", "--overwrite", "jaegers.jaegertracing.io/moved", LABEL + "=" + identity(second));
      shared.run("delete", "deployment", "moved");
      shared.eventually("it is repaired", site -> site.hasDeployment("moved"));
      // Whoever looked after it hears of both.
      shared.run("delete", "deployment", "first");
      shared.eventually("the other one is repaired", site -> site.hasDeployment("first"));
      assertThat(makers(cluster, shared, "moved")).containsExactly(first.home(), second.home());

      assertThat(writers(cluster, ofFirst, "stranger")).isEmpty();
      assertThat(ofFirst.get("jaegers.jaegertracing.io", "stranger").has("status"))
          .isFalse();
      assertThat(Stream.of(one, other).map(Operator::readiness))
          .allMatch(answer -> answer.statusCode() == 200);
    }
  }

  private static void assertOneTookWhatWasFree(
      Cluster cluster, Site shared, Operator.Post first, Operator.Post second) {
    var owner = operatedBy(shared, "free").equals(identity(first)) ? first : second;
    assertThat(operatedBy(shared, "free")).isEqualTo(identity(owner));
    assertThat(makers(cluster, shared, "free")).containsExactly(owner.home());
  }

  private static Operator.Post post(Cluster cluster, String name, Site... watched) {
    return new Operator.Post(cluster.newHome(names(watched)), name);
  }

  private Operator start(Cluster cluster, Operator.Post post, Site... watched) {
    try {
      return Operator.startAt(
          cluster,
          Files.createDirectory(folder.resolve(post.home())),
          post,
          names(watched),
          "--platform=kubernetes");
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static List<String> names(Site... sites) {
    return Stream.of(sites).map(Site::namespace).toList();
  }

  private static String identity(Operator.Post post) {
    return Names.distinctLabel(post.home() + "." + post.name());
  }

  private static String labelled(String name, Operator.Post post) {
    return "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: " + name
        + ", labels: {" + LABEL + ": " + identity(post) + "}}}";
  }

  private static String operatedBy(Site site, String jaeger) {
    return site.get("jaegers.jaegertracing.io", jaeger)
        .at("/metadata/labels")
        .path(LABEL)
        .asText();
  }

  /** From where something of a Jaeger was written, in order. */
  private static List<String> writers(Cluster cluster, Site site, String jaeger) {
    return homes(
        cluster,
        site,
        request -> request.name().equals(jaeger) || request.name().startsWith(jaeger + "-"));
  }

  private static List<String> makers(Cluster cluster, Site site, String jaeger) {
    return homes(
        cluster,
        site,
        request -> request.name().equals(jaeger) && request.resource().equals("deployments"));
  }

  private static List<String> homes(Cluster cluster, Site site, Predicate<Audit.Request> which) {
    return cluster.audit().requests().stream()
        .filter(request -> request.namespace().equals(site.namespace())
            && !READING.contains(request.verb())
            && request.responseCode() < 300)
        .filter(which)
        .map(request -> ACCOUNT.matcher(request.user()))
        .filter(Matcher::matches)
        .map(account -> account.group(1))
        .distinct()
        .toList();
  }
}
