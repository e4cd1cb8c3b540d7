package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrandTest {
  private static final String COMPLETE =
      "{status: {conditions: [{type: Complete, status: 'True'}]}}";
  private static final String FAILED =
      "{status: {conditions: [{type: Failed, status: 'True', message: 'too often'}]}}";

  private final Desired schema = job("schema", "v1");
  private final Desired changed = job("schema", "v2");
  private final Desired program = Kids.wanted(OwnedKind.DEPLOYMENT, "collector", "{}");

  @Test
  void isRunBeforeWhatNeedsIt() {
    var agenda = agenda(schema, Map.of());

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(schema);
    assertThat(agenda.obstacle()).isPresent();
  }

  @Test
  void onceItIsDoneTheRestFollowsAndItIsRemembered() {
    var agenda = agenda(schema, Map.of(), Kids.applied(schema, COMPLETE));

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(program);
    assertThat(agenda.done()).containsEntry("schema", schema.digest());
  }

  @Test
  void oneThatIsGoneAfterItWasDoneIsNotRunAgain() {
    var agenda = agenda(schema, Map.of("schema", schema.digest()));

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(program);
  }

  @Test
  void oneOfTheGoOperatorIsAdoptedWhenItIsDone() {
    var agenda = agenda(schema, Map.of(), Kids.child(schema, Kids.US, "", "", COMPLETE));

    assertThat(agenda.writes()).extracting(Write::desired).containsExactly(program);
    assertThat(agenda.done()).containsEntry("schema", schema.digest());
    assertThat(agenda.prunes()).isEmpty();
  }

  @Test
  void otherInputsAreRunUnderAnotherName() {
    var agenda = agenda(changed, Map.of("schema", schema.digest()), Kids.applied(schema, COMPLETE));

    assertThat(agenda.writes())
        .singleElement()
        .satisfies(write -> assertThat(write.desired().place().name())
            .isEqualTo("schema-" + changed.digest().substring(0, 8)));
  }

  @Test
  void theOldOneGoesWhenTheNewOneIsDone() {
    var named = changed.named("schema-" + changed.digest().substring(0, 8));
    var agenda = agenda(
        changed,
        Map.of("schema", schema.digest()),
        Kids.applied(schema, COMPLETE),
        Kids.applied(named, COMPLETE));

    assertThat(agenda.done()).containsEntry("schema", changed.digest());
    assertThat(agenda.prunes()).extracting(child -> child.place().name()).containsExactly("schema");
  }

  @Test
  void theOneThatWasDoneLastStays() {
    var named = changed.named("schema-" + changed.digest().substring(0, 8));

    var agenda = agenda(changed, Map.of("schema", changed.digest()), Kids.applied(named, COMPLETE));

    assertThat(agenda.prunes()).isEmpty();
  }

  @Test
  void aFailureSaysWhatToDo() {
    var agenda = agenda(schema, Map.of(), Kids.applied(schema, FAILED));

    assertThat(agenda.obstacle()).get().satisfies(obstacle -> {
      assertThat(obstacle.passing()).isFalse();
      assertThat(obstacle.text()).contains("too often").contains("delete it");
    });
    assertThat(agenda.writes()).isEmpty();
  }

  @Test
  void aLongNameKeepsRoomForItsSuffix() {
    var name = "x".repeat(63);
    var agenda = agenda(job(name, "v2"), Map.of(name, "other"));

    assertThat(agenda.writes().get(0).desired().place().name()).hasSize(63);
  }

  private static Desired job(String name, String image) {
    return Kids.wanted(
        OwnedKind.JOB, name, "{template: {spec: {containers: [{name: x, image: " + image + "}]}}}");
  }

  private Agenda agenda(Desired job, Map<String, String> done, Child... children) {
    return Agenda.of(List.of(program, job), Set.of(), Kids.family(children), done);
  }
}
