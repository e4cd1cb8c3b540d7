package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.settings.Settings;
import java.util.stream.Collectors;

/** The way of injecting that the settings describe. */
public final class Policies {
  private Policies() {}

  public static Policy of(Settings settings) {
    var injection = settings.injection();
    return new Policy(
        kinds(injection),
        switch (injection.level()) {
          case BOTH -> Policy.Level.BOTH;
          case WORKLOAD -> Policy.Level.WORKLOAD;
          case POD -> Policy.Level.POD;
        },
        switch (injection.nativeSidecars()) {
          case AUTO -> Policy.NativeSidecars.AUTO;
          case ALWAYS -> Policy.NativeSidecars.ALWAYS;
          case NEVER -> Policy.NativeSidecars.NEVER;
        },
        settings.scope().watched(),
        settings.scope().identity(),
        Platforms.of(settings).openShift());
  }

  public static VerificationMode verification(Settings settings) {
    return switch (settings.injection().verification()) {
      case OFF -> VerificationMode.OFF;
      case AUDIT -> VerificationMode.AUDIT;
      case WARN -> VerificationMode.WARN;
      case DENY -> VerificationMode.DENY;
    };
  }

  private static WorkloadKinds kinds(Settings.Injection injection) {
    var table = WorkloadKinds.ALL;
    for (var row : injection.workloads()) {
      table = table.with(row);
    }
    var unknown = table.unknown(injection.kinds());
    if (!unknown.isEmpty()) {
      throw new Failure(
          Exit.USAGE,
          "--inject-kinds: unknown " + String.join(", ", unknown),
          "write some of "
              + table.rows().stream().map(WorkloadKind::resource).collect(Collectors.joining(", "))
              + ", or add a kind with --workload");
    }
    return table.only(injection.kinds());
  }
}
