package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouteHostTest {
  private static final String HREF = "/spec/href";

  private final Desired route = Kids.wanted(OwnedKind.ROUTE, "ui", "{}");
  private final Desired link =
      Desired.of(new Place(OwnedKind.CONSOLE_LINK, "", "jaeger-here"), (ObjectNode) Kids.yaml("""
          apiVersion: console.openshift.io/v1
          kind: ConsoleLink
          metadata:
            name: jaeger-here
            labels: {app.kubernetes.io/namespace: here}
            annotations: {consolelink.jaegertracing.io/route: ui}
          spec: {href: '', text: Jaeger}
          """));

  @ParameterizedTest
  @ValueSource(
      strings = {"{spec: {host: a.example.com}}", "{status: {ingress: [{host: a.example.com}]}}"})
  void aLinkPointsToTheHostOfTheLiveRoute(String state) {
    var linked = RouteHost.linked(List.of(link), Kids.family(Kids.applied(route, state)));

    assertThat(linked).singleElement().satisfies(one -> {
      assertThat(one.tree().at(HREF).asText()).isEqualTo("https://a.example.com");
      assertThat(one.tree().at("/spec/text").asText()).isEqualTo("Jaeger");
      assertThat(one.digest()).isNotEqualTo(link.digest());
    });
  }

  @Test
  void anotherHostIsAnotherLinkAndTheSameIsTheSame() {
    assertThat(linkTo("a.example.com")).isEqualTo(linkTo("a.example.com"));
    assertThat(linkTo("a.example.com").digest())
        .isNotEqualTo(linkTo("b.example.com").digest());
  }

  @Test
  void aLinkWaitsForTheHostAndTheRestDoesNot() {
    var family = Kids.family(Kids.applied(route, "{spec: {host: ''}}"));

    assertThat(RouteHost.linked(List.of(route, link), family)).containsExactly(route);
    assertThat(RouteHost.linked(List.of(route, link), Kids.family())).containsExactly(route);
  }

  @Test
  void theRouteOfSomebodyElseTellsNothing() {
    var theirs = Kids.child(route, "them", "", "", "{spec: {host: a.example.com}}");

    assertThat(RouteHost.linked(List.of(link), Kids.family(theirs))).isEmpty();
  }

  @Test
  void aLinkOfTheGoOperatorHasNoOwnerAndIsTakenOver() {
    var family = Family.of(Kids.US, List.of(Kids.child(link, "", "", "", "{}")), child -> false);

    var agenda = Agenda.of(List.of(linkTo("a.example.com")), Set.of(), family, Map.of());

    assertThat(agenda.obstacle()).isEmpty();
    assertThat(agenda.writes()).hasSize(1);
  }

  private Desired linkTo(String host) {
    var family = Kids.family(Kids.applied(route, "{spec: {host: " + host + "}}"));
    return RouteHost.linked(List.of(link), family).get(0);
  }
}
