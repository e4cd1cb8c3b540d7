package io.jaegertracing.operator.core.plan;

/** The same plan with another storage, another agent, or a Kafka of its own. */
public final class StoragePlans {
  private StoragePlans() {}

  public static JaegerPlan with(JaegerPlan plan, Storages storage) {
    return of(plan, plan.platform(), plan.agent(), storage.build(), plan.provisionsKafka());
  }

  public static JaegerPlan with(JaegerPlan plan, Agents agent) {
    return of(plan, plan.platform(), agent.build(), plan.storage(), plan.provisionsKafka());
  }

  public static JaegerPlan withKafka(JaegerPlan plan, boolean minimal) {
    var platform = plan.platform();
    return of(
        plan,
        new Platform(
            platform.openShift(),
            platform.cronJobApi(),
            platform.autoscalingApi(),
            platform.ingressClass(),
            platform.authDelegator(),
            platform.images(),
            platform.proxy(),
            platform.documentationUrl(),
            minimal,
            platform.kubernetes()),
        plan.agent(),
        plan.storage(),
        true);
  }

  private static JaegerPlan of(
      JaegerPlan plan, Platform platform, Agent agent, Storage storage, boolean kafka) {
    return new JaegerPlan(
        plan.owner(),
        platform,
        plan.strategy(),
        plan.common(),
        plan.allInOne(),
        plan.collector(),
        plan.query(),
        plan.ingester(),
        agent,
        plan.uiConfiguration(),
        plan.samplingConfiguration(),
        storage,
        plan.exposure(),
        kafka,
        plan.accountAnnotations(),
        plan.monitor(),
        plan.observed());
  }
}
