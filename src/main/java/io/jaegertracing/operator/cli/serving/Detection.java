package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.Connection;
import io.jaegertracing.operator.kube.platform.PlatformWatch;
import io.jaegertracing.operator.kube.platform.RouteGroup;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Settings.Platform.Flavour;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the settings leave open about the cluster: found out at the start, and followed from then on. */
record Detection(Settings given, RouteGroup group, Backoff tries) {
  private static final Logger LOG = LoggerFactory.getLogger(Detection.class);
  private static final int FORBIDDEN = 403;

  /** With five seconds for each answer, less than a minute. */
  private static final Backoff USUAL =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8), 6);

  static Detection on(Connection connection, Settings given, Serving serving) {
    var group = new RouteGroup(connection.raw());
    serving.closers().add("platform", Serving.CLOSING, () -> {
      group.close();
      return Future.succeededFuture();
    });
    return new Detection(given, group, USUAL);
  }

  Settings completed() {
    if (!isWanted()) {
      return given;
    }
    var openShift = isOpenShift();
    LOG.atInfo()
        .addKeyValue("kind", openShift ? "openshift" : "kubernetes")
        .log("platform detected");
    return given.on(openShift ? Flavour.OPENSHIFT : Flavour.KUBERNETES);
  }

  /** Done when this is another platform than the one that was found, and all that was built on that has to begin anew. */
  CompletionStage<Exit> outdated(
      Connection connection, Settings completed, Clock clock, Serving serving) {
    var end = new CompletableFuture<Exit>();
    if (isWanted()) {
      var openShift = completed.platform().flavour() == Flavour.OPENSHIFT;
      connection
          .platformWatch(given.scope().watched(), group, openShift, clock)
          .ifPresentOrElse(
              watch -> follow(watch, serving, end),
              () -> LOG.atInfo().log(
                  "not allowed to list and watch {}: whether this is OpenShift is asked at"
                      + " the start alone",
                  RouteGroup.SIGN.what()));
    }
    return end;
  }

  private static void follow(PlatformWatch watch, Serving serving, CompletableFuture<Exit> end) {
    serving.closers().add("platform watch", Serving.CLOSING, () -> {
      watch.close();
      return Future.succeededFuture();
    });
    var unused = watch.other().thenAccept(openShift -> {
      LOG.atWarn()
          .log(
              "this is {} now; the operator ends with exit code {}, to be started again",
              openShift ? "OpenShift" : "no OpenShift any more, and Kubernetes",
              Exit.OUTDATED.code());
      end.complete(Exit.OUTDATED);
    });
    watch.start();
  }

  private boolean isWanted() {
    return given.platform().flavour() == Flavour.AUTO_DETECT;
  }

  private boolean isOpenShift() {
    try {
      return group.isServed(tries).toCompletableFuture().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof ApiFailure unsure) {
        throw unknown(unsure);
      }
      throw failed;
    }
  }

  /** A wrong guess would replace what leads to every Jaeger. */
  private static Failure unknown(ApiFailure unsure) {
    var remedy = "give --platform=kubernetes or --platform=openshift";
    return new Failure(
        Exit.UNAVAILABLE,
        "whether this is OpenShift is unknown: " + unsure.getMessage(),
        unsure.code() == FORBIDDEN
            ? "bind the ClusterRole system:discovery to this identity, or " + remedy
            : remedy);
  }
}
