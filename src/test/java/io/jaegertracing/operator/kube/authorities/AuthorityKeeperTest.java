package io.jaegertracing.operator.kube.authorities;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.operand.agent.Authorities;
import io.jaegertracing.operator.kube.lookup.SteppedClock;
import io.jaegertracing.operator.kube.rest.ScriptedApi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorityKeeperTest {
  private static final String MAPS = "/api/v1/namespaces/shop/configmaps/";

  private final ScriptedApi api = new ScriptedApi();
  private final SteppedClock clock = new SteppedClock();
  private final Stage stage = new Stage(clock);
  private final AuthorityKeeper keeper = stage.keeper(api.raw(), "shop", true);

  @BeforeEach
  void bothAreThere() {
    for (var map : new Authorities(List.of(Stage.LENDER)).lent("obs/tracing", "shop")) {
      api.answer(
          MAPS + map.getMetadata().getName(),
          200,
          new ObjectMapper().valueToTree(map).toString());
    }
  }

  @AfterEach
  void close() {
    stage.end();
    api.close();
  }

  @Test
  void isNotAskedForAgainWithinTenMinutes() {
    tell();
    Stage.eventually("both were looked at", () -> stage.count("unchanged") == 2);
    clock.pass(Duration.ofMinutes(10).minusMillis(1));
    tell();
    clock.pass(Duration.ofMillis(1));
    tell();
    Stage.eventually("both were looked at again", () -> stage.count("unchanged") == 4);
    assertThat(api.requests()).hasSize(4);
  }

  @Test
  void aNamespaceThatComesBackIsNew() {
    tell();
    Stage.eventually("both were looked at", () -> stage.count("unchanged") == 2);
    keeper.namespaceGone("other");
    tell();
    keeper.namespaceGone("shop");
    tell();
    Stage.eventually("both were looked at again", () -> stage.count("unchanged") == 4);
    assertThat(api.requests()).hasSize(4);
  }

  @Test
  void whatFailsIsTriedAgainAFewTimesAndThenForgotten() {
    api.answer(MAPS + Stage.TRUSTED, 503, "{}");
    tell();
    Stage.eventually("it was given up", () -> stage.count("given-up") == 1);
    assertThat(api.requests()).hasSize(3);
    bothAreThere();
    tell();
    Stage.eventually("both were looked at", () -> stage.count("unchanged") == 2);
  }

  private void tell() {
    keeper.tell(Stage.review("shop", false), Stage.verdict(Reason.INJECTED));
  }
}
