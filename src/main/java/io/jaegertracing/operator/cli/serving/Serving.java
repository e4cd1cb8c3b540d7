package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.cli.Build;
import io.jaegertracing.operator.cli.Invocation;
import io.jaegertracing.operator.http.Closers;
import io.jaegertracing.operator.http.ConnectionAge;
import io.jaegertracing.operator.http.Drain;
import io.jaegertracing.operator.http.EventLoops;
import io.jaegertracing.operator.http.HealthRoutes;
import io.jaegertracing.operator.http.HttpServers;
import io.jaegertracing.operator.http.LeanVertx;
import io.jaegertracing.operator.http.Listener;
import io.jaegertracing.operator.http.Metrics;
import io.jaegertracing.operator.http.Readiness;
import io.jaegertracing.operator.http.admission.AdmissionRoute;
import io.jaegertracing.operator.http.admission.Court;
import io.jaegertracing.operator.http.admission.Limits;
import io.jaegertracing.operator.http.rehearsal.Rehearsal;
import io.jaegertracing.operator.http.rehearsal.Secret;
import io.jaegertracing.operator.http.tls.CertificateWatch;
import io.jaegertracing.operator.http.tls.Certificates;
import io.jaegertracing.operator.http.tls.ServingCertificate;
import io.jaegertracing.operator.http.tls.TlsPolicy;
import io.jaegertracing.operator.http.tracing.Course;
import io.jaegertracing.operator.logging.Logs;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the verbs that serve have in common: servers, certificate, health, and the way out. */
final class Serving {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
  static final Duration CLOSING = Duration.ofSeconds(8);
  private static final Duration SETTLING = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final Duration LOOK_AT_FILES = Duration.ofSeconds(1);

  private final Invocation invocation;
  private final Shell shell;
  private final Readiness readiness = new Readiness();
  private final EventLoops loops = new EventLoops();
  private final Closers closers = new Closers();
  private final SecureRandom random = new SecureRandom();
  private final List<Future<Void>> rehearsals = new ArrayList<>();
  private final Drain drain;
  private final Vertx vertx;
  private final HttpServers servers;
  private final Metrics metrics;
  private final Course.Follower traces;

  Serving(Invocation invocation, Shell shell) {
    this.invocation = invocation;
    this.shell = shell;
    this.drain = new Drain(invocation.settings().webhook().drainDelay());
    introduce();
    this.vertx = LeanVertx.start(instances());
    closers.add("vertx", CLOSING, vertx::close);
    this.servers = new HttpServers(vertx, loops, drain, ConnectionAge.usual(random));
    this.metrics = measured();
    this.traces = Tracing.follower(invocation.settings(), shell, closers);
    readiness.add("shutdown", drain::objection);
  }

  Readiness readiness() {
    return readiness;
  }

  Closers closers() {
    return closers;
  }

  HealthRoutes health() {
    return new HealthRoutes(loops, readiness);
  }

  Metrics metrics() {
    return metrics;
  }

  HttpServers servers() {
    return servers;
  }

  /** The port that was opened; a folder that changes is served within a second or two. */
  int webhook(ServingCertificate first, List<String> names, Court court) {
    var webhook = invocation.settings().webhook();
    var certificates = new Certificates(first);
    var watch = new CertificateWatch(
        webhook.certificates(), names, certificates, shell.clock(), new CertificateLog());
    var stop = watch.every(LOOK_AT_FILES, vertx);
    closers.add("certificate watch", CLOSING, () -> {
      stop.run();
      return Future.succeededFuture();
    });
    readiness.add("certificate", () -> CertificateAge.objection(certificates, shell.clock()));
    CertificateAge.measure(metrics.registry(), certificates);
    var tls = TlsPolicy.of(webhook.oldestTls(), webhook.cipherSuites()).options(certificates);
    var listener =
        new Listener(webhook.address().host(), webhook.address().port(), "--webhook-bind-port");
    var scenery = Webhooks.scenery(invocation.settings(), Secret.drawn(random));
    var routes = new AdmissionRoute(
        court, Limits.usual(), scenery, new AdmissionRoute.Records(metrics.registry(), traces));
    var open = await(servers.tls(listener, tls, instances(), routes));
    closers.add("webhook server", CLOSING, open::close);
    rehearse(new Rehearsal.Stage(
        listener.reachable(), open.port(), routes.paths(), certificates, scenery));
    return open.port();
  }

  private void rehearse(Rehearsal.Stage stage) {
    var rehearsal = new Rehearsal(vertx, stage);
    readiness.add("webhook", rehearsal::objection);
    rehearsals.add(rehearsal.begin());
  }

  Exit untilSignal() {
    return untilSignal(new CompletableFuture<>());
  }

  /** Serves until a signal, or until there is another reason to end: unready at once, then the drain delay, then everything is closed in reverse order. */
  Exit untilSignal(CompletionStage<Exit> reason) {
    closers.add(
        "drain",
        invocation.settings().webhook().drainDelay().plus(CLOSING),
        () -> drain.begin(vertx));
    closers.closeOnSignal(shell.quit());
    Future.all(rehearsals).onSuccess(passed -> LOG.atInfo().log("ready"));
    var unused = reason.thenRunAsync(closers::closeAll);
    await(closers.closed());
    return reason.toCompletableFuture().getNow(Exit.OK);
  }

  /** Waits a while for what makes the first reviews worth answering; after that they are answered as well as can be. */
  void untilSettled(Readiness.Check check) {
    var settled = Promise.<Void>promise();
    var give = vertx.setTimer(SETTLING.toMillis(), late -> settled.tryComplete());
    var look = vertx.setPeriodic(LOOK_AGAIN.toMillis(), again -> {
      if (check.objection().isEmpty()) {
        settled.tryComplete();
      }
    });
    await(settled.future());
    vertx.cancelTimer(give);
    vertx.cancelTimer(look);
  }

  /** What could not be opened ends the program; what was opened before is closed. */
  <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failed) {
      closers.closeAll().toCompletionStage().toCompletableFuture().join();
      if (failed.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw failed;
    }
  }

  private void introduce() {
    var logging = invocation.settings().logging();
    Logs.configure(logging.level(), logging.format(), shell.err());
    var build = Build.read();
    LOG.atInfo()
        .addKeyValue("version", build.version())
        .addKeyValue("jaeger", invocation.settings().images().jaegerVersion())
        .addKeyValue("verb", invocation.verb().text())
        .log("Jaeger operator");
    invocation.description().forEach(line -> LOG.atInfo().log("setting: {}", line));
    invocation.warnings().forEach(line -> LOG.atWarn().log(line));
  }

  private Metrics measured() {
    var images = invocation.settings().images();
    var made = new Metrics(new Metrics.Build(
        Build.read().version(),
        images.jaegerVersion(),
        images.agentVersion(),
        Runtime.version().toString()));
    closers.add("metrics", CLOSING, () -> {
      made.close();
      return Future.succeededFuture();
    });
    return made;
  }

  private static int instances() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static final class CertificateLog implements CertificateWatch.Listener {
    @Override
    public void replaced(ServingCertificate certificate) {
      LOG.atInfo()
          .addKeyValue("serial", certificate.serial())
          .addKeyValue("until", certificate.notAfter())
          .log("certificate replaced");
    }

    @Override
    public void refused(Failure reason) {
      LOG.atError()
          .log("certificate not replaced, the last good one is served: {}", reason.getMessage());
    }
  }
}
