package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.core.reconcile.Offer;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.kube.Connection;
import io.jaegertracing.operator.kube.events.Events;
import io.jaegertracing.operator.kube.reconcile.Reconciliation;
import io.jaegertracing.operator.kube.reconcile.setup.Setup;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Settings.Provisioning;
import io.jaegertracing.operator.settings.Settings.Provisioning.Wish;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** What runs Jaegers, told what this program was told. */
final class Backends {
  private Backends() {}

  static Reconciliation of(
      Connection connection,
      Settings settings,
      Clock clock,
      Events events,
      MeterRegistry registry) {
    var setup = new Setup(
        Platforms.of(settings),
        settings.scope().identity(),
        settings.scope().watched(),
        login(settings),
        declined(settings.provisioning()),
        JaegerReader::read,
        settings.images().jaegerVersion());
    return new Reconciliation(
        new Reconciliation.Server(connection.api(), connection.raw()),
        setup,
        Reconciliation.Pace.usual(),
        clock,
        events::tell,
        registry);
  }

  /** For named namespaces nobody is bound in the cluster. */
  private static Setup.Login login(Settings settings) {
    var platform = settings.platform();
    return new Setup.Login(
        platform.authDelegation() == Wish.AUTO && settings.scope().watched().isOfTheWholeCluster(),
        platform
            .oauthProxyStream()
            .map(stream -> new Setup.Login.ImageStream(stream.namespace(), stream.name())));
  }

  private static Set<OwnedKind> declined(Provisioning provisioning) {
    var declined = new HashSet<OwnedKind>();
    if (provisioning.elasticsearch() == Wish.NO) {
      declined.addAll(Offer.OF_ELASTICSEARCH);
    }
    if (provisioning.kafka() == Wish.NO) {
      declined.addAll(Offer.OF_KAFKA);
    }
    return declined;
  }
}
