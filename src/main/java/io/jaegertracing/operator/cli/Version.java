package io.jaegertracing.operator.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Shell;

/** One line of JSON, with the keys of the Go operator and the version of Java in place of that of Go. */
public final class Version implements Command {
  @Override
  public Exit run(Invocation invocation, Shell shell) {
    var build = Build.read();
    var images = invocation.settings().images();
    shell
        .out()
        .println(JsonNodeFactory.instance
            .objectNode()
            .put("jaeger-operator", build.version())
            .put("build-date", build.date())
            .put("jaeger-version", images.jaegerVersion())
            .put("agent-version", images.agentVersion())
            .put("java-version", Runtime.version().toString()));
    return Exit.OK;
  }
}
