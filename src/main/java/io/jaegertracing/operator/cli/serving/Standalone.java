package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.cli.Command;
import io.jaegertracing.operator.cli.Invocation;
import io.jaegertracing.operator.cli.folders.FolderCluster;
import io.jaegertracing.operator.cli.folders.ResourceFolders;
import io.jaegertracing.operator.core.validation.JaegerValidation.Authors;
import io.jaegertracing.operator.http.Listener;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.settings.Address;
import io.jaegertracing.operator.settings.Settings;
import io.vertx.core.Future;

/** The program without a cluster: development certificates, and resources from folders. */
public final class Standalone implements Command {
  @Override
  public Exit run(Invocation invocation, Shell shell) {
    var settings = invocation.settings();
    var resources = ResourceFolders.read(settings.files().resources());
    var certificates = settings.webhook().certificates();
    var certificate =
        new DevelopmentCertificates(certificates, "--cert-dir", shell.clock()).ready();
    var serving = new Serving(invocation, shell);
    resources.report();
    var cluster = cluster(resources, settings);
    cluster.report();
    var port = serving.webhook(
        certificate,
        DevelopmentCertificates.NAMES,
        Webhooks.court(
            settings,
            new Webhooks.Surroundings(
                Authors.TRUSTED,
                () -> cluster,
                (lookups, budget) -> Future.succeededFuture(cluster.answers(lookups)),
                (review, verdict) -> {})));
    var http = settings.operations().http().orElseThrow(Standalone::needsHttp);
    var open = serving.await(serving
        .servers()
        .plain(
            new Listener(http.host(), http.port(), "--http-bind-address"),
            serving.health(),
            serving.metrics()));
    serving.closers().add("http server", Serving.CLOSING, open::close);
    var webhook = new Address(settings.webhook().address().host(), port);
    var operations = new Address(http.host(), open.port());
    shell
        .out()
        .println(
            "webhook   https://" + webhook + "   (trust " + certificates.resolve("ca.crt") + ")");
    shell.out().println("health    http://" + operations + "/readyz");
    shell.out().println("metrics   http://" + operations + "/metrics");
    return serving.untilSignal();
  }

  private static FolderCluster cluster(ResourceFolders resources, Settings settings) {
    return FolderCluster.of(
        resources.documents(),
        new FolderCluster.Terms(
            settings.scope().watched(),
            settings.platform().kubernetesVersion(),
            InstanceReaders.of(settings)));
  }

  private static Failure needsHttp() {
    return new Failure(
        Exit.USAGE,
        "standalone needs its http listener",
        "give --http-bind-address=127.0.0.1:8080");
  }
}
