package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.inject.verification.EvictionWindow;
import io.jaegertracing.operator.core.plan.GoDuration;
import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.Images.Component;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.logging.LogFormat;
import io.jaegertracing.operator.logging.LogLevel;
import io.jaegertracing.operator.settings.Settings.Files;
import io.jaegertracing.operator.settings.Settings.Injection;
import io.jaegertracing.operator.settings.Settings.Injection.InjectionLevel;
import io.jaegertracing.operator.settings.Settings.Injection.Missed;
import io.jaegertracing.operator.settings.Settings.Injection.Missed.Reaction;
import io.jaegertracing.operator.settings.Settings.Injection.NativeSidecars;
import io.jaegertracing.operator.settings.Settings.Injection.Verification;
import io.jaegertracing.operator.settings.Settings.Logging;
import io.jaegertracing.operator.settings.Settings.Operations;
import io.jaegertracing.operator.settings.Settings.Operations.Tracing;
import io.jaegertracing.operator.settings.Settings.Platform;
import io.jaegertracing.operator.settings.Settings.Platform.Flavour;
import io.jaegertracing.operator.settings.Settings.Platform.ImageStream;
import io.jaegertracing.operator.settings.Settings.Provisioning;
import io.jaegertracing.operator.settings.Settings.Provisioning.Documentation;
import io.jaegertracing.operator.settings.Settings.Provisioning.Wish;
import io.jaegertracing.operator.settings.Settings.Registration;
import io.jaegertracing.operator.settings.Settings.Webhook;
import io.jaegertracing.operator.settings.Shape.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import static io.jaegertracing.operator.settings.Flag.AUTH_DELEGATOR_AVAILABLE;
import static io.jaegertracing.operator.settings.Flag.AUTOSCALING_VERSION;
import static io.jaegertracing.operator.settings.Flag.BATCH_IN;
import static io.jaegertracing.operator.settings.Flag.BATCH_OUT;
import static io.jaegertracing.operator.settings.Flag.CERT_DIR;
import static io.jaegertracing.operator.settings.Flag.CR;
import static io.jaegertracing.operator.settings.Flag.CRONJOBS_VERSION;
import static io.jaegertracing.operator.settings.Flag.DEFAULT_INGRESSCLASS;
import static io.jaegertracing.operator.settings.Flag.DOCUMENTATION_URL;
import static io.jaegertracing.operator.settings.Flag.DRAIN_DELAY;
import static io.jaegertracing.operator.settings.Flag.ENFORCE_REQUESTER_RIGHTS;
import static io.jaegertracing.operator.settings.Flag.ES_PROVISION;
import static io.jaegertracing.operator.settings.Flag.EVICTION_WINDOW;
import static io.jaegertracing.operator.settings.Flag.HEALTH_PROBE_BIND_ADDRESS;
import static io.jaegertracing.operator.settings.Flag.HTTP_BIND_ADDRESS;
import static io.jaegertracing.operator.settings.Flag.INJECTION_LEVEL;
import static io.jaegertracing.operator.settings.Flag.INJECT_KINDS;
import static io.jaegertracing.operator.settings.Flag.JAEGER_AGENT_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_AGENT_VERSION;
import static io.jaegertracing.operator.settings.Flag.JAEGER_ALL_IN_ONE_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_CASSANDRA_SCHEMA_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_COLLECTOR_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_ES_INDEX_CLEANER_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_ES_ROLLOVER_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_INGESTER_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_QUERY_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_SPARK_DEPENDENCIES_IMAGE;
import static io.jaegertracing.operator.settings.Flag.JAEGER_VERSION;
import static io.jaegertracing.operator.settings.Flag.KAFKA_PROVISION;
import static io.jaegertracing.operator.settings.Flag.KAFKA_PROVISIONING_MINIMAL;
import static io.jaegertracing.operator.settings.Flag.KUBERNETES_VERSION;
import static io.jaegertracing.operator.settings.Flag.LEADER_ELECT;
import static io.jaegertracing.operator.settings.Flag.LOG_FORMAT;
import static io.jaegertracing.operator.settings.Flag.LOG_LEVEL;
import static io.jaegertracing.operator.settings.Flag.METRICS_HOST;
import static io.jaegertracing.operator.settings.Flag.METRICS_PORT;
import static io.jaegertracing.operator.settings.Flag.MISSED_INJECTIONS;
import static io.jaegertracing.operator.settings.Flag.NATIVE_SIDECARS;
import static io.jaegertracing.operator.settings.Flag.OPENSHIFT_OAUTH_PROXY_IMAGE;
import static io.jaegertracing.operator.settings.Flag.OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NAME;
import static io.jaegertracing.operator.settings.Flag.OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NS;
import static io.jaegertracing.operator.settings.Flag.OTLP_ENDPOINT;
import static io.jaegertracing.operator.settings.Flag.OUTPUT;
import static io.jaegertracing.operator.settings.Flag.PLATFORM;
import static io.jaegertracing.operator.settings.Flag.REGISTER;
import static io.jaegertracing.operator.settings.Flag.REGISTER_URL;
import static io.jaegertracing.operator.settings.Flag.RESOURCES;
import static io.jaegertracing.operator.settings.Flag.RETOUCH_ALL_KINDS;
import static io.jaegertracing.operator.settings.Flag.TLS_CIPHER_SUITES;
import static io.jaegertracing.operator.settings.Flag.TLS_MIN_VERSION;
import static io.jaegertracing.operator.settings.Flag.TRACING_ENABLED;
import static io.jaegertracing.operator.settings.Flag.VERIFY_INJECTION;
import static io.jaegertracing.operator.settings.Flag.WEBHOOK_BIND_ADDRESS;
import static io.jaegertracing.operator.settings.Flag.WEBHOOK_BIND_PORT;
import static io.jaegertracing.operator.settings.Flag.WORKLOAD;

/** From values that were found good to typed settings. */
final class Assembly {
  private static final Map<Component, Flag> IMAGES = Map.of(
      Component.AGENT, JAEGER_AGENT_IMAGE,
      Component.ALL_IN_ONE, JAEGER_ALL_IN_ONE_IMAGE,
      Component.CASSANDRA_SCHEMA, JAEGER_CASSANDRA_SCHEMA_IMAGE,
      Component.COLLECTOR, JAEGER_COLLECTOR_IMAGE,
      Component.ES_INDEX_CLEANER, JAEGER_ES_INDEX_CLEANER_IMAGE,
      Component.ES_ROLLOVER, JAEGER_ES_ROLLOVER_IMAGE,
      Component.INGESTER, JAEGER_INGESTER_IMAGE,
      Component.OAUTH_PROXY, OPENSHIFT_OAUTH_PROXY_IMAGE,
      Component.QUERY, JAEGER_QUERY_IMAGE,
      Component.SPARK_DEPENDENCIES, JAEGER_SPARK_DEPENDENCIES_IMAGE);

  private static final Pattern MINOR = Pattern.compile("v?(\\d+\\.\\d+).*");

  private final Values values;
  private final Surroundings surroundings;

  private Assembly(Values values, Surroundings surroundings) {
    this.values = values;
    this.surroundings = surroundings;
  }

  static Settings of(Values values, List<String> operands, Surroundings surroundings) {
    var from = new Assembly(values, surroundings);
    return new Settings(
        from.logging(),
        from.files(operands),
        from.images(),
        from.platform(),
        from.provisioning(),
        surroundings.scope(),
        from.injection(),
        from.webhook(),
        from.registration(),
        from.operations(),
        surroundings.proxy());
  }

  private Logging logging() {
    // A value that the Go operator took for info starts as info, with a warning.
    var level = LogLevel.of(values.text(LOG_LEVEL)).orElse(LogLevel.INFO);
    var format =
        LogFormat.of(values.text(LOG_FORMAT), surroundings.environment()).orElseThrow();
    return new Logging(level, surroundings.isTerminal() ? format.onTerminal() : format);
  }

  private Files files(List<String> operands) {
    var resources = values.isGiven(RESOURCES) || values.verb() == Verb.STANDALONE
        ? values.texts(RESOURCES).stream().map(Path::of).toList()
        : List.<Path>of();
    return new Files(
        surroundings.kubeconfig(),
        values.text(CR),
        values.text(OUTPUT),
        resources,
        given(BATCH_IN).map(Path::of),
        given(BATCH_OUT).map(Path::of),
        operands);
  }

  private Images images() {
    var configured = new EnumMap<Component, String>(Component.class);
    IMAGES.forEach((component, flag) -> configured.put(component, values.text(flag)));
    return new Images(configured, values.text(JAEGER_VERSION), values.text(JAEGER_AGENT_VERSION));
  }

  private Platform platform() {
    var stream = given(OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NS)
        .flatMap(namespace -> given(OPENSHIFT_OAUTH_PROXY_IMAGESTREAM_NAME)
            .map(name -> new ImageStream(namespace, name)));
    return new Platform(
        one(Flavour.class, PLATFORM),
        KubernetesVersion.parse(values.text(KUBERNETES_VERSION)).orElseThrow(),
        given(CRONJOBS_VERSION),
        given(AUTOSCALING_VERSION),
        given(DEFAULT_INGRESSCLASS),
        one(Wish.class, AUTH_DELEGATOR_AVAILABLE),
        stream);
  }

  private Provisioning provisioning() {
    return new Provisioning(
        one(Wish.class, ES_PROVISION),
        one(Wish.class, KAFKA_PROVISION),
        is(KAFKA_PROVISIONING_MINIMAL),
        new Documentation(
            values.isGiven(DOCUMENTATION_URL) ? values.text(DOCUMENTATION_URL) : documentation(),
            values.isGiven(DOCUMENTATION_URL)));
  }

  private String documentation() {
    var version = values.text(JAEGER_VERSION);
    return "https://www.jaegertracing.io/docs/" + MINOR.matcher(version).replaceAll("$1");
  }

  private Injection injection() {
    return new Injection(
        one(InjectionLevel.class, INJECTION_LEVEL),
        list(INJECT_KINDS),
        list(WORKLOAD),
        is(RETOUCH_ALL_KINDS),
        one(NativeSidecars.class, NATIVE_SIDECARS),
        one(Verification.class, VERIFY_INJECTION),
        new Missed(
            one(Reaction.class, MISSED_INJECTIONS),
            given(EVICTION_WINDOW).flatMap(EvictionWindow::parse).orElse(EvictionWindow.ALWAYS)));
  }

  private Webhook webhook() {
    return new Webhook(
        new Address(values.text(WEBHOOK_BIND_ADDRESS), port(WEBHOOK_BIND_PORT)),
        given(CERT_DIR).map(Path::of).orElseGet(() -> surroundings.certificates(values.verb())),
        oldestTls(),
        list(TLS_CIPHER_SUITES),
        is(ENFORCE_REQUESTER_RIGHTS),
        GoDuration.parse(values.text(DRAIN_DELAY)).orElseThrow());
  }

  /** Anything older than 1.2 is not spoken any more, and a minimum may be exceeded. */
  private String oldestTls() {
    return values.text(TLS_MIN_VERSION).equalsIgnoreCase("VersionTLS13")
        ? "VersionTLS13"
        : "VersionTLS12";
  }

  private Registration registration() {
    return new Registration(
        values.text(REGISTER).equalsIgnoreCase("on"), given(REGISTER_URL).map(URI::create));
  }

  private Operations operations() {
    return new Operations(
        is(LEADER_ELECT),
        Address.parse(values.text(HEALTH_PROBE_BIND_ADDRESS)),
        new Address(given(METRICS_HOST).orElse("0.0.0.0"), port(METRICS_PORT)),
        Address.parse(values.text(HTTP_BIND_ADDRESS)),
        new Tracing(is(TRACING_ENABLED), URI.create(values.text(OTLP_ENDPOINT))));
  }

  private Optional<String> given(Flag flag) {
    return Optional.of(flag).filter(values::isGiven).map(values::text).filter(t -> !t.isEmpty());
  }

  private List<String> list(Flag flag) {
    return values.isGiven(flag) ? values.texts(flag) : List.of();
  }

  private boolean is(Flag flag) {
    return Kind.isTrue(values.text(flag));
  }

  private int port(Flag flag) {
    return Address.port(values.text(flag)).orElseThrow();
  }

  private <E extends Enum<E>> E one(Class<E> type, Flag flag) {
    var name = values.text(flag).toUpperCase(Locale.ROOT).replace('-', '_');
    return Enum.valueOf(type, name);
  }
}
