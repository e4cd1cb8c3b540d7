package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.SortedJson;
import io.jaegertracing.operator.core.inspection.Inspection;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.checking.Parts;
import io.jaegertracing.operator.core.plan.checking.PlanCheck;
import io.jaegertracing.operator.core.plan.embedded.EmbeddedCheck;
import io.jaegertracing.operator.core.plan.observed.Observed;
import io.jaegertracing.operator.core.plan.upgrade.Blocks;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import io.jaegertracing.operator.core.plan.upgrade.Upgrades;
import io.jaegertracing.operator.core.plan.words.InstanceName;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Notice;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** From a Jaeger resource to its plan. The resource is never changed. */
public final class Planner {
  private final Jaeger jaeger;
  private final JaegerSpec spec;
  private final Platform platform;
  private final Observed observed;
  private final Findings findings = new Findings();
  private final Words words = new Words(findings);

  private Planner(Jaeger jaeger, Platform platform, Observed observed) {
    this.observed = observed;
    this.jaeger = jaeger;
    this.spec = Objects.requireNonNullElseGet(jaeger.getSpec(), JaegerSpec::new);
    this.platform = new OperationReader(findings)
        .registry(spec.imageRegistry)
        .map(platform::withImagesFrom)
        .orElse(platform);
  }

  /** For those to whom it does not matter what is there already. */
  public static Planned plan(Jaeger jaeger, Platform platform) {
    return plan(jaeger, platform, Observed.NOTHING);
  }

  public static Planned plan(Jaeger jaeger, Platform platform, Observed observed) {
    var planner = new Planner(jaeger, platform, observed);
    var plan = planner.plan();
    new EmbeddedCheck(planner.findings, Parts.idle(plan)).check(planner.spec);
    new PodCheck(plan, planner.findings).check();
    new PlanCheck(plan, planner.findings).check(planner.spec);
    new SearchAddress(plan, planner.findings).check();
    if (planner.findings.refusals().isEmpty()) {
      new Inspection(plan, planner.findings).inspect();
    }
    return planner.findings.refusals().isEmpty()
        ? new Planned.Ready(plan, planner.findings.notes())
        : new Planned.Refused(planner.findings.refusals());
  }

  private JaegerPlan plan() {
    var owner = owner();
    InstanceName.check(owner.name(), platform.kubernetes(), findings);
    var options = options();
    var storage = new StorageReader(platform.images(), words, observed)
        .read(spec.storage, options.of(Block.STORAGE));
    var strategy = strategy(storage);
    var components = new ComponentReader(platform.images(), words);
    var collector = options.of(Block.COLLECTOR);
    var ingester = options.of(Block.INGESTER);
    var kafka = provisionsKafka(strategy, collector, ingester)
        ? Optional.of(new KafkaClient(owner))
        : Optional.<KafkaClient>empty();
    kafka.ifPresent(client -> client.check(observed, findings));
    var common = CommonReader.read(spec);
    check(owner, common);
    kafka.ifPresent(client -> client.checkVolumes(common, findings));
    var exposure =
        new ExposureReader(platform, words).read(spec.ingress, owner.namespace(), options.sar());
    return new JaegerPlan(
        owner,
        platform,
        strategy,
        kafka.map(client -> client.mount(common)).orElse(common),
        components.allInOne(spec, options.of(Block.ALL_IN_ONE)),
        components.collector(
            spec, kafka.map(client -> client.producer(collector)).orElse(collector)),
        components.query(spec, options.of(Block.QUERY)),
        components.ingester(spec, kafka.map(client -> client.consumer(ingester)).orElse(ingester)),
        components.agent(spec, options.of(Block.AGENT)),
        new UiReader(
                platform.documentationUrl(),
                exposure.login().isPresent() && exposure.enabled() && !skipsLogout(),
                findings)
            .read(spec, storage)
            .map(SortedJson::text),
        SortedJson.text(sampling()),
        storage,
        exposure,
        kafka.isPresent(),
        new TreeMap<>(CommonReader.map(spec.serviceAccountAnnotations)),
        new OperationReader(findings).monitor(spec.serviceMonitor),
        observed);
  }

  /** What no single field can tell. */
  private void check(Owner owner, Common common) {
    var reserved = new ReservedVolumes(owner, findings);
    reserved.check("spec", common);
    reserved.check("spec.allInOne", CommonReader.read(spec.allInOne));
    reserved.check("spec.collector", CommonReader.read(spec.collector));
    reserved.check("spec.query", CommonReader.read(spec.query));
    new PodReader(findings).check(spec);
  }

  private Owner owner() {
    var metadata = jaeger.getMetadata();
    return new Owner(
        CommonReader.text(metadata.getName()).orElse("my-jaeger"),
        CommonReader.orEmpty(metadata.getNamespace()),
        CommonReader.orEmpty(metadata.getUid()));
  }

  private Blocks options() {
    var status = jaeger.getStatus();
    var upgraded = Upgrades.apply(
        status == null ? "" : CommonReader.orEmpty(status.version),
        platform.images().jaegerVersion(),
        FlagReader.blocks(spec, findings));
    upgraded.notes().forEach(findings::note);
    return upgraded.blocks().edit(EnumSet.allOf(Block.class), FlagReader::completeTls);
  }

  private Strategy strategy(Storage storage) {
    var wanted = wanted(CommonReader.orEmpty(spec.strategy));
    if (wanted != Strategy.ALL_IN_ONE && !storage.type().isShared()) {
      findings.note(Notice.NOT_SHARED, "spec.strategy", storage.type().word());
      return Strategy.ALL_IN_ONE;
    }
    return wanted;
  }

  private Strategy wanted(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "allinone", "all-in-one" -> Strategy.ALL_IN_ONE;
      case "production" -> Strategy.PRODUCTION;
      case "streaming" -> Strategy.STREAMING;
      default -> {
        findings.refuse(
            Rule.UNKNOWN_STRATEGY,
            "spec.strategy",
            Words.quoted(text),
            "use allinone, production or streaming");
        yield Strategy.ALL_IN_ONE;
      }
    };
  }

  /** Once provisioned, always provisioned: the mark on the resource says so. */
  private boolean provisionsKafka(Strategy strategy, Flags collector, Flags ingester) {
    var annotations = CommonReader.map(jaeger.getMetadata().getAnnotations());
    var marked = "true".equals(annotations.get(Wellknown.KAFKA_PROVISIONED));
    var named = collector.has("kafka.producer.brokers") || ingester.has("kafka.consumer.brokers");
    return strategy == Strategy.STREAMING && (marked || !named);
  }

  private boolean skipsLogout() {
    return spec.ingress != null
        && spec.ingress.openshift != null
        && Boolean.TRUE.equals(spec.ingress.openshift.skipLogout);
  }

  private JsonNode sampling() {
    var written = spec.sampling == null || spec.sampling.options == null
        ? null
        : spec.sampling.options.tree();
    if (written != null && !written.isEmpty()) {
      return written;
    }
    var everything = JsonNodeFactory.instance.objectNode();
    everything.putObject("default_strategy").put("param", 1).put("type", "probabilistic");
    return everything;
  }
}
