package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Settings.Platform.Flavour;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the settings leave open about the cluster, asked once, at the start. */
final class Detection {
  private static final Logger LOG = LoggerFactory.getLogger(Detection.class);

  /** Every OpenShift serves this group, and nobody else should. */
  private static final String OPEN_SHIFT = "/apis/route.openshift.io";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Detection() {}

  static Settings completed(Settings settings, RawApi api) {
    if (settings.platform().flavour() != Flavour.AUTO_DETECT) {
      return settings;
    }
    var flavour = flavour(api.patient(PATIENCE));
    LOG.atInfo()
        .addKeyValue("kind", flavour == Flavour.OPENSHIFT ? "openshift" : "kubernetes")
        .log("platform detected");
    return settings.on(flavour);
  }

  private static Flavour flavour(RawApi api) {
    try {
      var unused = api.get(OPEN_SHIFT);
      return Flavour.OPENSHIFT;
    } catch (ApiFailure failure) {
      if (!failure.isAbsence()) {
        LOG.atWarn()
            .log(
                "whether this is OpenShift is unknown, and it counts as Kubernetes; to be sure, give --platform: {}",
                failure.getMessage());
      }
      return Flavour.KUBERNETES;
    }
  }
}
