package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgendaTest {
  private static final String READY =
      "{generation: 1, spec: {replicas: 1}, status: {observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1}}";
  private static final String STARTING =
      "{generation: 1, spec: {replicas: 1}, status: {observedGeneration: 1, replicas: 1, updatedReplicas: 1}}";

  private final Desired service = Kids.wanted(OwnedKind.SERVICE, "query", "{ports: [{port: 1}]}");
  private final Desired program = Kids.wanted(OwnedKind.DEPLOYMENT, "query", "{replicas: 1}");
  private final Desired kafka = Kids.wanted(OwnedKind.KAFKA, "kafka", "{kafka: {}}");

  @Test
  void writesWhatIsNotThereInTheOrderOfItsKinds() {
    var agenda = agenda(List.of(program, service), Kids.family());

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(service, program);
    assertThat(agenda.obstacle()).isEmpty();
  }

  @Test
  void writesNothingWhenAllIsAsItWasApplied() {
    var agenda = agenda(
        List.of(program, service),
        Kids.family(Kids.applied(program, READY), Kids.applied(service)));

    assertThat(agenda.writes()).isEmpty();
    assertThat(agenda.prunes()).isEmpty();
  }

  @Test
  void writesWhatIsWantedDifferentlyNow() {
    var before = Kids.wanted(OwnedKind.SERVICE, "query", "{ports: [{port: 2}]}");

    var agenda = agenda(List.of(service), Kids.family(Kids.applied(before)));

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(service);
  }

  @Test
  void writesWhatSomebodyElseTook() {
    var taken = Kids.child(
        service, Kids.US, service.digest(), "{\"f:metadata\":{\"f:annotations\":{}}}", "{}");

    assertThat(agenda(List.of(service), Kids.family(taken)).writes()).hasSize(1);
  }

  @Test
  void acceptsWhatTheApiServerMadeOfTheLastWrite() {
    var changed = Kids.child(
        service, Kids.US, service.digest(), "{\"f:metadata\":{\"f:annotations\":{}}}", "{}");
    var family = Family.of(Kids.US, List.of(changed), changed::equals);

    assertThat(agenda(List.of(service), family).writes()).isEmpty();
  }

  @Test
  void stopsAtAnObjectOfSomebodyElse() {
    var foreign = Kids.child(service, "them", "", "", "{}");

    var agenda = agenda(List.of(service, program), Kids.family(foreign));

    assertThat(agenda.writes()).isEmpty();
    assertThat(agenda.obstacle()).get().satisfies(obstacle -> {
      assertThat(obstacle.passing()).isFalse();
      assertThat(obstacle.text()).contains("Service here/query").contains("rename");
    });
  }

  @Test
  void whatTheFormerJaegerOfTheNameOwnsMakesWayByItself() {
    var mine = service.changed(tree -> ((ObjectNode) tree.path("metadata"))
        .set("ownerReferences", Kids.yaml("[{kind: Jaeger, name: shop, uid: us}]")));

    var former = agenda(List.of(mine), Kids.family(Kids.ofFormer(mine, "shop")));
    var others = agenda(List.of(mine), Kids.family(Kids.ofFormer(mine, "bank")));

    assertThat(former.writes()).isEmpty();
    assertThat(former.obstacle()).get().satisfies(obstacle -> {
      assertThat(obstacle.reason()).isEqualTo("BeingDeleted");
      assertThat(obstacle.passing()).isTrue();
      assertThat(obstacle.silent()).isTrue();
    });
    assertThat(others.obstacle()).get().extracting(Obstacle::reason).isEqualTo("NameTaken");
  }

  @Test
  void whatStandsInTheWayIsNotForgottenForOthersOfItsKind() {
    var other = Kids.wanted(OwnedKind.SERVICE, "other", "{}");
    var foreign = Kids.child(service, "them", "", "", "{}");

    var agenda = agenda(List.of(service, other, program), Kids.family(foreign));

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(other);
    assertThat(agenda.obstacle()).get().extracting(Obstacle::reason).isEqualTo("NameTaken");
  }

  @Test
  void nobodyIsAskedToDeleteWhatIsBeingDeleted() {
    var agenda = agenda(List.of(service), Kids.family(Kids.going(service)));

    assertThat(agenda.obstacle()).get().satisfies(obstacle -> {
      assertThat(obstacle.reason()).isEqualTo("BeingDeleted");
      assertThat(obstacle.silent()).isTrue();
    });
  }

  @Test
  void prunesWhatIsOursAndNotWantedAndNothingElse() {
    var old = Kids.wanted(OwnedKind.SERVICE, "old", "{}");
    var spared = Kids.wanted(OwnedKind.SECRET, "cookie", "{}");
    var theirs = Kids.wanted(OwnedKind.SERVICE, "theirs", "{}");
    var family = Kids.family(
        Kids.applied(service),
        Kids.applied(old),
        Kids.applied(spared),
        Kids.child(theirs, "them", "", "", "{}"));

    var agenda = Agenda.of(List.of(service), Set.of(spared.place()), family, Map.of());

    assertThat(agenda.prunes()).extracting(child -> child.place().name()).containsExactly("old");
  }

  @Test
  void prunesNothingWhileSomethingStandsInTheWay() {
    var old = Kids.wanted(OwnedKind.SERVICE, "old", "{}");
    var foreign = Kids.child(service, "them", "", "", "{}");

    assertThat(agenda(List.of(service), Kids.family(Kids.applied(old), foreign)).prunes())
        .isEmpty();
  }

  @Test
  void whatRunsStaysUntilWhatFollowsItDoes() {
    var old = Kids.wanted(OwnedKind.DEPLOYMENT, "old", "{}");
    var starting = Kids.family(Kids.applied(program, STARTING), Kids.applied(old, READY));
    var ready = Kids.family(Kids.applied(program, READY), Kids.applied(old, READY));

    assertThat(agenda(List.of(program), starting).prunes()).isEmpty();
    assertThat(agenda(List.of(program), ready).prunes()).hasSize(1);
  }

  @Test
  void programsWaitForTheStorageThatIsMadeForThem() {
    var agenda = agenda(List.of(program, service, kafka), Kids.family(Kids.applied(kafka)));

    assertThat(agenda.writes()).isEmpty();
    assertThat(agenda.obstacle()).get().satisfies(obstacle -> {
      assertThat(obstacle.passing()).isTrue();
      assertThat(obstacle.text()).contains("Kafka here/kafka");
    });
  }

  @Test
  void aKafkaIsNotWaitedForBeforeItHasItsBrokers() {
    var pool = Kids.wanted(OwnedKind.KAFKA_NODE_POOL, "brokers", "{replicas: 3}");

    var agenda = agenda(List.of(program, kafka, pool), Kids.family(Kids.applied(kafka)));

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(pool);
  }

  @Test
  void programsThatRunAreNotHeldUpByTheirStorage() {
    var family = Kids.family(Kids.applied(kafka), Kids.applied(program, STARTING));

    var agenda = agenda(List.of(program, service, kafka), family);

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(service);
  }

  @Test
  void anAutoscalerFindsAsManyPodsAsThereWere() {
    var scaled = Kids.wanted(OwnedKind.DEPLOYMENT, "query", "{template: {}}");

    var agenda = agenda(List.of(scaled), Kids.family(Kids.applied(program, READY)));

    assertThat(agenda.writes())
        .singleElement()
        .satisfies(write -> assertThat(write.leavesReplicas()).isTrue());
  }

  @Test
  void aSecretIsMadeOnceAndNeverChangedWhileItIsThere() {
    var cookie = Kids.wanted(OwnedKind.SECRET, "cookie", "{}");
    var filled = Kids.child(cookie, Kids.US, "", "", "{}");
    var foreign = Kids.child(cookie, "them", "", "", "{}");

    assertThat(agenda(List.of(cookie), Kids.family()).writes()).hasSize(1);
    assertThat(agenda(List.of(cookie), Kids.family(filled)).writes()).isEmpty();
    assertThat(agenda(List.of(cookie), Kids.family(foreign))
            .obstacle()
            .orElseThrow()
            .text())
        .contains("spec.storage.elasticsearch.useCertManagement");
  }

  private static Agenda agenda(List<Desired> desired, Family family) {
    return Agenda.of(desired, Set.of(), family, Map.of());
  }
}
