package io.jaegertracing.operator.core.plan;

import io.jaegertracing.operator.core.plan.Exposure.Login;
import io.jaegertracing.operator.core.plan.JaegerPlan.Monitor;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.observed.Observed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Plans for tests: a plain Jaeger named simple in the namespace tracing, and what a test says of it. */
public final class Plans {
  private static final Images IMAGES = new Images(
      Arrays.stream(Images.Component.values())
          .collect(
              Collectors.toMap(component -> component, component -> "example/" + component.name())),
      "1.76.0",
      "1.62.0");

  private final Strategy strategy;
  private Owner owner = new Owner("simple", "tracing", "uid-1");
  private Platform platform = platform(false, Optional.empty());
  private Common common = Common.NOTHING;
  private Component allInOne = Components.plain();
  private Component collector = Components.plain();
  private Component query = Components.plain();
  private Component ingester = Components.plain();
  private Optional<String> ui = Optional.empty();
  private Storage storage = storage(Storage.Type.MEMORY, Flags.NONE, "");
  private Exposure exposure = exposure();
  private SortedMap<String, String> accountAnnotations = new TreeMap<>();
  private Optional<Monitor> monitor = Optional.empty();
  private Observed observed = Observed.NOTHING;

  private Plans(Strategy strategy) {
    this.strategy = strategy;
  }

  public static Plans of(Strategy strategy) {
    return new Plans(strategy);
  }

  public Plans ownedBy(String name, String namespace) {
    owner = new Owner(name, namespace, "uid-1");
    return this;
  }

  public Plans onOpenShift() {
    platform = platform(true, Optional.empty());
    return this;
  }

  public Plans withDefaultIngressClass(String name) {
    platform = platform(false, Optional.of(name));
    return this;
  }

  public Plans withAutoscalers(String api) {
    platform = new Platform(
        false,
        platform.cronJobApi(),
        api,
        platform.ingressClass(),
        platform.authDelegator(),
        platform.images(),
        platform.proxy(),
        platform.documentationUrl(),
        platform.minimalKafka(),
        platform.kubernetes());
    return this;
  }

  public Plans common(Common value) {
    common = value;
    return this;
  }

  public Plans allInOne(UnaryOperator<Components> change) {
    allInOne = change.apply(new Components()).build();
    return this;
  }

  public Plans collector(UnaryOperator<Components> change) {
    collector = change.apply(new Components()).build();
    return this;
  }

  public Plans query(UnaryOperator<Components> change) {
    query = change.apply(new Components()).build();
    return this;
  }

  public Plans ingester(UnaryOperator<Components> change) {
    ingester = change.apply(new Components()).build();
    return this;
  }

  public Plans annotateAccounts(Map<String, String> annotations) {
    accountAnnotations = new TreeMap<>(annotations);
    return this;
  }

  public Plans monitored(String interval, Map<String, String> labels) {
    monitor = Optional.of(new Monitor(Optional.of(interval), new TreeMap<>(labels)));
    return this;
  }

  public Plans seeing(Observed what) {
    observed = what;
    return this;
  }

  public Plans ui(String json) {
    ui = Optional.of(json);
    return this;
  }

  public Plans storedIn(Storage.Type type, Flags flags) {
    storage = storage(type, flags, "example/plugin");
    return this;
  }

  public Plans exposed(UnaryOperator<Exposure> change) {
    exposure = change.apply(exposure);
    return this;
  }

  public Plans behindLogin(Login login) {
    return onOpenShift()
        .exposed(plain -> new Exposure(
            plain.own(),
            plain.enabled(),
            Optional.of(login),
            plain.hosts(),
            plain.pathType(),
            plain.tls(),
            plain.className()));
  }

  public static Login plainLogin() {
    return login(Flags.NONE);
  }

  public static Login login(Flags flags) {
    return new Login(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), flags);
  }

  public JaegerPlan build() {
    return new JaegerPlan(
        owner,
        platform,
        strategy,
        common,
        allInOne,
        collector,
        query,
        ingester,
        new Agent(
            Common.NOTHING,
            Flags.NONE,
            "example/agent",
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        ui,
        "{}",
        storage,
        exposure,
        false,
        accountAnnotations,
        monitor,
        observed);
  }

  private static Platform platform(boolean openShift, Optional<String> ingressClass) {
    return new Platform(
        openShift,
        "batch/v1",
        "autoscaling/v2",
        ingressClass,
        true,
        IMAGES,
        Map.of("NO_PROXY", "localhost"),
        Optional.empty(),
        false,
        new KubernetesVersion(1, 36));
  }

  private static Storage storage(Storage.Type type, Flags flags, String pluginImage) {
    return new Storage(
        type,
        flags,
        Optional.of("storage-login"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        pluginImage);
  }

  private static Exposure exposure() {
    return new Exposure(
        Common.NOTHING,
        true,
        Optional.empty(),
        List.of(),
        "ImplementationSpecific",
        List.of(),
        Optional.empty());
  }
}
