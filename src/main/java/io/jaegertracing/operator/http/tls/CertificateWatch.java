package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Failure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Serves what a folder holds, as soon as it holds something that works. It reads the small files again and again: a mounted Secret changes by a symbolic
 * link in between, which watchers of single files miss.
 */
public final class CertificateWatch {
  /** What a watch has to tell; called on a worker thread. */
  public interface Listener {
    void replaced(ServingCertificate certificate);

    /** The last good certificate keeps being served. */
    void refused(Failure reason);
  }

  private final Path folder;
  private final List<String> names;
  private final Certificates certificates;
  private final Clock clock;
  private final Listener listener;
  private final AtomicBoolean busy = new AtomicBoolean();
  private @Nullable PemPair served;
  private String lastRefusal = "";
  private String lastReport = "";

  public CertificateWatch(
      Path folder, List<String> names, Certificates certificates, Clock clock, Listener listener) {
    this.folder = folder;
    this.names = List.copyOf(names);
    this.certificates = certificates;
    this.clock = clock;
    this.listener = listener;
  }

  /** The result ends it. */
  public Runnable every(Duration period, Vertx vertx) {
    var timer = vertx.setPeriodic(period.toMillis(), tick -> look(vertx));
    return () -> vertx.cancelTimer(timer);
  }

  private Future<Void> look(Vertx vertx) {
    if (!busy.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return vertx
        .<Void>executeBlocking(() -> {
          look();
          return null;
        })
        .onComplete(done -> busy.set(false));
  }

  /** One look; never two at a time. */
  synchronized void look() {
    try {
      var found = PemPair.read(folder);
      if (!found.equals(served)) {
        var certificate = CertificateCheck.verified(found, names, clock.instant());
        served = found;
        if (!certificate.equals(certificates.current())) {
          certificates.replace(certificate);
          listener.replaced(certificate);
        }
      }
      lastRefusal = "";
      lastReport = "";
    } catch (Failure refusal) {
      report(refusal);
    }
  }

  /** Told once, and only when it stays for two looks: whoever writes two files is half way for a moment. */
  private void report(Failure refusal) {
    var message = String.valueOf(refusal.getMessage());
    if (message.equals(lastRefusal) && !message.equals(lastReport)) {
      lastReport = message;
      listener.refused(refusal);
    }
    lastRefusal = message;
  }
}
