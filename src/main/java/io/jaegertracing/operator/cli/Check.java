package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.http.tls.CertificateCheck;
import io.jaegertracing.operator.http.tls.PemPair;
import io.jaegertracing.operator.kube.ClusterLocation;
import io.jaegertracing.operator.kube.Connection;
import java.io.PrintStream;
import java.util.List;

/** Examines what the operator needs, one line each: pass, warn or fail, with what to do. */
public final class Check implements Command {
  private static final KubernetesVersion OLDEST = new KubernetesVersion(1, 27);
  private static final KubernetesVersion NEWEST = new KubernetesVersion(1, 36);

  private enum Mark {
    PASS,
    WARN,
    FAIL
  }

  private record Finding(Mark mark, String subject, String sentence) {}

  @Override
  public Exit run(Invocation invocation, Shell shell) {
    // A setting that cannot be followed ends the program here as it would end the operator.
    Policies.of(invocation.settings());
    var certificate = certificate(invocation, shell);
    print(shell.out(), certificate);
    var failed = certificate.mark() == Mark.FAIL;
    for (var finding : cluster(shell)) {
      print(shell.out(), finding);
      failed |= finding.mark() == Mark.FAIL;
    }
    return failed ? Exit.FAILED : Exit.OK;
  }

  private static Finding certificate(Invocation invocation, Shell shell) {
    var folder = invocation.settings().webhook().certificates();
    try {
      var found = CertificateCheck.verified(
          PemPair.read(folder), List.of(), shell.clock().instant());
      return new Finding(Mark.PASS, "certificate", folder + " is good until " + found.notAfter());
    } catch (Failure reason) {
      return new Finding(Mark.FAIL, "certificate", String.valueOf(reason.getMessage()));
    }
  }

  private static List<Finding> cluster(Shell shell) {
    try (var connection = Connection.open(ClusterLocation.of(shell.environment()))) {
      return List.of(
          new Finding(Mark.PASS, "cluster", connection.server() + " answers"),
          version(connection.serverVersion()),
          jaegers(connection.servesJaegers()));
    } catch (Failure reason) {
      return List.of(new Finding(Mark.FAIL, "cluster", String.valueOf(reason.getMessage())));
    }
  }

  private static Finding version(String text) {
    var tried = KubernetesVersion.parse(text)
        .filter(version -> version.compareTo(OLDEST) >= 0 && version.compareTo(NEWEST) <= 0);
    return tried.isPresent()
        ? new Finding(Mark.PASS, "version", "Kubernetes " + text)
        : new Finding(
            Mark.WARN,
            "version",
            "Kubernetes " + text + " is outside of " + OLDEST + " to " + NEWEST
                + "; try it before you rely on it");
  }

  private static Finding jaegers(boolean served) {
    return served
        ? new Finding(Mark.PASS, "crd", "the cluster knows Jaegers")
        : new Finding(
            Mark.FAIL,
            "crd",
            "the cluster knows no Jaegers; apply manifests/crd/jaegertracing.io_jaegers.yaml");
  }

  private static void print(PrintStream out, Finding finding) {
    out.printf("%-4s  %-11s  %s%n", finding.mark(), finding.subject(), finding.sentence());
  }
}
