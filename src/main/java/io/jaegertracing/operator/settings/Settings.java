package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.inject.verification.EvictionWindow;
import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.logging.LogFormat;
import io.jaegertracing.operator.logging.LogLevel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the program can be told. */
public record Settings(
    Logging logging,
    Files files,
    Images images,
    Platform platform,
    Provisioning provisioning,
    Scope scope,
    Injection injection,
    Webhook webhook,
    Registration registration,
    Operations operations,
    Proxy proxy) {

  public static Parsed parse(Verb verb, Given given) {
    return Parsed.of(verb, given);
  }

  /** The same for a cluster whose kind is known now. */
  public Settings on(Platform.Flavour flavour) {
    return on(platform.as(flavour, platform.kubernetesVersion()));
  }

  /** The same where the server says which version it is; what is no version changes nothing. */
  public Settings servedBy(String version) {
    return KubernetesVersion.parse(version)
        .map(known -> on(platform.as(platform.flavour(), known)))
        .orElse(this);
  }

  private Settings on(Platform other) {
    return new Settings(
        logging,
        files,
        images,
        other,
        provisioning,
        scope,
        injection,
        webhook,
        registration,
        operations,
        proxy);
  }

  public record Logging(LogLevel level, LogFormat format) {}

  /** The operands are the words after the verb: names of files, mostly. */
  public record Files(
      Optional<String> kubeconfig,
      String cr,
      String output,
      List<Path> resources,
      Optional<Path> batchIn,
      Optional<Path> batchOut,
      List<String> operands) {}

  /** The Kubernetes version counts where no server can be asked. */
  public record Platform(
      Flavour flavour,
      KubernetesVersion kubernetesVersion,
      Optional<String> cronJobsVersion,
      Optional<String> autoscalingVersion,
      Optional<String> defaultIngressClass,
      Provisioning.Wish authDelegation,
      Optional<ImageStream> oauthProxyStream) {
    public enum Flavour {
      AUTO_DETECT,
      KUBERNETES,
      OPENSHIFT
    }

    public record ImageStream(String namespace, String name) {}

    private Platform as(Flavour other, KubernetesVersion version) {
      return new Platform(
          other,
          version,
          cronJobsVersion,
          autoscalingVersion,
          defaultIngressClass,
          authDelegation,
          oauthProxyStream);
    }
  }

  public record Provisioning(
      Wish elasticsearch, Wish kafka, boolean minimalKafka, Documentation documentation) {
    public enum Wish {
      AUTO,
      YES,
      NO
    }

    /** The menu of the user interface shows the link only when it was given. */
    public record Documentation(String url, boolean given) {}
  }

  public record Scope(Watched watched, Optional<String> namespace, String operatorName) {
    /** It is the value of a label. */
    public String identity() {
      return Names.distinctLabel(
          namespace.map(own -> own + "." + operatorName).orElse(operatorName));
    }
  }

  /** No kinds named means all of them. */
  public record Injection(
      InjectionLevel level,
      List<String> kinds,
      List<String> workloads,
      boolean retouchAllKinds,
      NativeSidecars nativeSidecars,
      Verification verification,
      Missed missed) {
    public enum InjectionLevel {
      BOTH,
      WORKLOAD,
      POD
    }

    public enum NativeSidecars {
      AUTO,
      ALWAYS,
      NEVER
    }

    public enum Verification {
      OFF,
      AUDIT,
      WARN,
      DENY
    }

    /** What becomes of Pods that run without their sidecar, and when. */
    public record Missed(Reaction reaction, EvictionWindow window) {
      public enum Reaction {
        OFF,
        REPORT,
        EVICT
      }
    }
  }

  /** No cipher suites named means those of the Java runtime. */
  public record Webhook(
      Address address,
      Path certificates,
      String oldestTls,
      List<String> cipherSuites,
      boolean enforceRequesterRights,
      Duration drainDelay) {}

  public record Registration(boolean on, Optional<URI> url) {}

  /** A listener that is absent was switched off; {@code http} is the one listener of standalone. */
  public record Operations(
      boolean leaderElect,
      Optional<Address> probes,
      Address metrics,
      Optional<Address> http,
      Tracing tracing) {
    public record Tracing(boolean enabled, URI endpoint) {}
  }

  /** The proxy variables that were set, even to nothing, in the order in which containers get them. */
  public record Proxy(Map<String, String> variables) {}
}
