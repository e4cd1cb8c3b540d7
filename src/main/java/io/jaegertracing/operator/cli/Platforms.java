package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.settings.Settings;
import java.util.Optional;

/** The platform that the settings describe. */
public final class Platforms {
  private Platforms() {}

  public static Platform of(Settings settings) {
    var platform = settings.platform();
    var documentation = settings.provisioning().documentation();
    return new Platform(
        platform.flavour() == Settings.Platform.Flavour.OPENSHIFT,
        platform.cronJobsVersion().orElse("batch/v1"),
        platform.autoscalingVersion().orElse("autoscaling/v2"),
        platform.defaultIngressClass(),
        platform.authDelegation() == Settings.Provisioning.Wish.YES,
        settings.images(),
        settings.proxy().variables(),
        documentation.given() ? Optional.of(documentation.url()) : Optional.empty(),
        settings.provisioning().minimalKafka(),
        platform.kubernetesVersion());
  }
}
