package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.cli.Command;
import io.jaegertracing.operator.cli.Invocation;
import io.jaegertracing.operator.http.Listener;
import io.jaegertracing.operator.http.tls.CertificateCheck;
import io.jaegertracing.operator.http.tls.PemPair;
import io.jaegertracing.operator.kube.ClusterLocation;
import io.jaegertracing.operator.kube.Connection;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.settings.Address;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator on a cluster: connect, serve, and leave in order. */
public final class Start implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(Start.class);

  @Override
  public Exit run(Invocation invocation, Shell shell) {
    var webhook = invocation.settings().webhook();
    var certificate = CertificateCheck.verified(
        PemPair.read(webhook.certificates()), List.of(), shell.clock().instant());
    var connection = Connection.open(ClusterLocation.of(shell.environment()));
    var serving = new Serving(invocation, shell);
    connection.countedBy(serving.metrics().registry());
    serving.closers().add("cluster", Serving.CLOSING, () -> {
      connection.close();
      return Future.succeededFuture();
    });
    greet(connection);
    var given = invocation.settings().servedBy(connection.serverVersion());
    var detection = Detection.on(connection, given, serving);
    var known = invocation.with(detection.completed());
    var injection = ClusterInjection.on(connection, known, shell, serving);
    serving.untilSettled(injection.caches()::objection);
    var port = serving.webhook(
        certificate,
        List.of(),
        Webhooks.court(known.settings(), injection.surroundings(known.settings())));
    LOG.atInfo()
        .addKeyValue("address", new Address(webhook.address().host(), port))
        .log("webhook");
    serveOperations(invocation, serving);
    var reconciliation = Backends.of(
        connection,
        known.settings(),
        shell.clock(),
        injection.events(),
        serving.metrics().registry());
    new Leading(invocation, shell)
        .begin(
            connection.raw(),
            Leadership.of(List.of(injection.leadership(), reconciliation)),
            serving);
    return serving.untilSignal(
        detection.outdated(connection, known.settings(), shell.clock(), serving));
  }

  private static void greet(Connection connection) {
    LOG.atInfo()
        .addKeyValue("server", connection.server())
        .addKeyValue("version", connection.serverVersion())
        .log("connected");
  }

  private static void serveOperations(Invocation invocation, Serving serving) {
    var operations = invocation.settings().operations();
    operations
        .probes()
        .ifPresent(address -> open(serving, "probes", address, "--health-probe-bind-address"));
    open(serving, "metrics", operations.metrics(), "--metrics-port");
  }

  private static void open(Serving serving, String name, Address address, String flag) {
    var listener = new Listener(address.host(), address.port(), flag);
    var routes = name.equals("probes") ? serving.health() : serving.metrics();
    var open = serving.await(serving.servers().plain(listener, routes));
    serving.closers().add(name + " server", Serving.CLOSING, open::close);
    LOG.atInfo()
        .addKeyValue("address", new Address(address.host(), open.port()))
        .log(name);
  }
}
