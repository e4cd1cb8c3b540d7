package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.core.operand.Confidential.Content;
import io.jaegertracing.operator.core.operand.agent.AgentDaemonSet;
import io.jaegertracing.operator.core.operand.exposure.ConsoleLinks;
import io.jaegertracing.operator.core.operand.exposure.Ingresses;
import io.jaegertracing.operator.core.operand.exposure.Routes;
import io.jaegertracing.operator.core.operand.storage.CassandraSchemaJob;
import io.jaegertracing.operator.core.operand.storage.ElasticsearchCluster;
import io.jaegertracing.operator.core.operand.storage.IndexCleaner;
import io.jaegertracing.operator.core.operand.storage.KafkaCluster;
import io.jaegertracing.operator.core.operand.storage.RolloverJobs;
import io.jaegertracing.operator.core.operand.storage.RolloverMapping;
import io.jaegertracing.operator.core.operand.storage.SelfElasticsearch;
import io.jaegertracing.operator.core.operand.storage.SparkDependencies;
import io.jaegertracing.operator.core.operand.workload.AllInOneDeployment;
import io.jaegertracing.operator.core.operand.workload.Autoscalers;
import io.jaegertracing.operator.core.operand.workload.CollectorDeployment;
import io.jaegertracing.operator.core.operand.workload.DisruptionBudgets;
import io.jaegertracing.operator.core.operand.workload.IngesterDeployment;
import io.jaegertracing.operator.core.operand.workload.LoginProxy;
import io.jaegertracing.operator.core.operand.workload.QueryDeployment;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a Jaeger becomes, in the order in which it is printed. Read this first. */
public final class Operands {
  private Operands() {}

  public static List<HasMetadata> desired(JaegerPlan plan) {
    return Stream.<Stream<? extends HasMetadata>>of(
            Accounts.desired(plan),
            ConsoleLinks.desired(plan),
            ConfigMaps.desired(plan),
            SparkDependencies.desired(plan),
            IndexCleaner.desired(plan),
            RolloverJobs.desired(plan),
            ElasticsearchCluster.desired(plan),
            Ingresses.desired(plan),
            Autoscalers.desired(plan),
            KafkaCluster.desired(plan),
            Routes.desired(plan),
            Services.desired(plan),
            ServiceMonitors.desired(plan),
            DisruptionBudgets.desired(plan),
            CassandraSchemaJob.desired(plan),
            RolloverMapping.desired(plan),
            AgentDaemonSet.desired(plan),
            AllInOneDeployment.desired(plan),
            CollectorDeployment.desired(plan),
            QueryDeployment.desired(plan),
            IngesterDeployment.desired(plan))
        .<HasMetadata>flatMap(operand -> operand)
        .toList();
  }

  /** What Pods need and nobody can render, because it must be secret: made once, beside the cluster's objects. */
  public static List<Confidential> confidential(JaegerPlan plan) {
    var cookie = LoginProxy.cookieSecret(plan)
        .map(name -> Confidential.of(plan.owner(), name, Content.COOKIE_SEED));
    return Stream.concat(cookie.stream(), SelfElasticsearch.certificates(plan)).toList();
  }

  /** The names of these. */
  public static List<String> secretsMadeInTheCluster(JaegerPlan plan) {
    return confidential(plan).stream().map(Confidential::name).toList();
  }
}
