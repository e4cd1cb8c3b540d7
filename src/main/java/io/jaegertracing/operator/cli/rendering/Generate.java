package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.cli.Command;
import io.jaegertracing.operator.cli.Invocation;
import io.jaegertracing.operator.settings.Settings;

/** Prints what Jaegers become, without a cluster: all of it or nothing. */
public final class Generate implements Command {
  @Override
  public Exit run(Invocation invocation, Shell shell) {
    var files = invocation.settings().files();
    if (files.batchIn().isPresent() != files.batchOut().isPresent()) {
      throw new Failure(
          Exit.USAGE, "--batch-in and --batch-out belong together", "give both, or neither");
    }
    if (files.batchIn().isPresent() && files.batchOut().isPresent()) {
      return new Batch(invocation.given(), shell)
          .run(files.batchIn().get(), files.batchOut().get());
    }
    return single(invocation.settings(), shell);
  }

  static Exit single(Settings settings, Shell shell) {
    var files = new TextFiles(shell);
    var rendered = Rendering.of(
        settings, files.read(settings.files().cr()), settings.files().cr());
    rendered.remarks().forEach(remark -> shell.err().println("jaeger-operator: " + remark));
    if (rendered.exit() == Exit.OK) {
      files.write(settings.files().output(), rendered.yaml());
    }
    return rendered.exit();
  }
}
