package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.operand.Confidential;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.kube.secrets.Safe;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Secrets that Jaegers need and that are made here: filled when they are made, and their certificates renewed in time. */
record Vault(Safe safe, Applier applier, BiConsumer<String, Instant> wake) {
  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

  /** Those of one Jaeger. */
  record Drawer(Vault vault, JaegerPlan.Owner owner, List<Confidential> secrets) {
    /** Without what is in them. */
    Stream<Desired> desired() {
      return secrets.stream().map(this::desired);
    }

    /** Anything but a Secret is as it is. */
    Desired filled(Desired one) {
      if (one.place().kind() != OwnedKind.SECRET) {
        return one;
      }
      return secrets.stream()
          .filter(secret -> secret.name().equals(one.place().name()))
          .findFirst()
          .map(secret -> one.holding(vault.safe.content(secret, secrets)))
          .orElse(one);
    }

    /** After everything was made that was missing. */
    void renew(Supplier<Family> family) {
      var due = vault.safe.renewals(secrets, family.get()).due();
      for (var secret : due) {
        var renewed = filled(desired(secret));
        vault.applier.put(renewed);
        LOG.atInfo().addKeyValue("object", renewed.place()).log("certificates renewed");
      }
      vault
          .safe
          .renewals(secrets, family.get())
          .next()
          .ifPresent(next -> vault.wake.accept(owner.namespace() + "/" + owner.name(), next));
    }

    private Desired desired(Confidential secret) {
      return Desired.of(secret.shell(), owner);
    }
  }

  Drawer of(JaegerPlan plan) {
    return new Drawer(this, plan.owner(), Operands.confidential(plan));
  }
}
