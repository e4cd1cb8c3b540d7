package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import io.jaegertracing.operator.core.plan.Arguments;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** By which names the programs of a Jaeger are reached inside the cluster. */
public final class Services {
  /** Where the user interface listens in its Pod. */
  public static final int UI = 16686;

  /** What the flag library of the programs takes for true. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

  private Services() {}

  public static Stream<Service> desired(JaegerPlan plan) {
    var forAll = Stream.of(collectorHeadless(plan), collector(plan), query(plan));
    return plan.strategy() == Strategy.ALL_IN_ONE
        ? Stream.concat(forAll, Stream.of(agent(plan)))
        : forAll;
  }

  public static String queryName(JaegerPlan plan) {
    return Names.dns(plan.owner().name(), "-query");
  }

  /** The user interface as others see it: behind the login when there is one. */
  public static ServicePort ui(JaegerPlan plan) {
    return plan.exposure().login().isPresent()
        ? forwarded("https-query", 443, 8443)
        : forwarded("http-query", UI, UI);
  }

  static ServicePort port(String name, int number) {
    return new ServicePortBuilder().withName(name).withPort(number).build();
  }

  /** Agents balance their load over the addresses behind it. */
  private static Service collectorHeadless(JaegerPlan plan) {
    var name = Names.dns(plan.owner().name(), "-collector-headless");
    var annotations = Map.of(
        "prometheus.io/scrape",
        "false",
        "service.beta.openshift.io/serving-cert-secret-name",
        name + "-tls");
    var spec =
        selecting(plan, Program.COLLECTOR).withClusterIP("None").withPorts(collectorPorts(plan));
    return service(Identity.owned(plan.owner(), name, collectorLabels(plan), annotations), spec);
  }

  private static Service collector(JaegerPlan plan) {
    var spec = selecting(plan, Program.COLLECTOR)
        .withType(plan.collector().service().type())
        .withPorts(collectorPorts(plan));
    return service(
        Identity.owned(
            plan.owner(),
            collectorName(plan),
            collectorLabels(plan),
            annotations(plan.collector())),
        spec);
  }

  private static String collectorName(JaegerPlan plan) {
    return Names.dns(plan.owner().name(), "-collector");
  }

  private static Map<String, String> collectorLabels(JaegerPlan plan) {
    return Identity.labels(plan.owner(), collectorName(plan), "service-collector");
  }

  private static List<ServicePort> collectorPorts(JaegerPlan plan) {
    var secured = plan.platform().openShift()
        || plan.collector()
            .flags()
            .scalar("collector.grpc.tls.enabled")
            .filter(TRUE::contains)
            .isPresent();
    var always = Stream.of(
        port("http-zipkin", 9411),
        port(secured ? "tls-grpc-jaeger" : "grpc-jaeger", 14250),
        port("http-c-tchan-trft", 14267),
        port("http-c-binary-trft", 14268),
        port("admin-http", Program.COLLECTOR.adminPort(plan.collector())));
    return Stream.concat(always, Otlp.servicePorts(plan.receiver())).toList();
  }

  private static Service query(JaegerPlan plan) {
    var name = queryName(plan);
    var annotations = annotations(plan.query());
    plan.exposure()
        .login()
        .ifPresent(login -> annotations.put(
            "service.alpha.openshift.io/serving-cert-secret-name",
            Names.dns(plan.owner().name(), "-ui-oauth-proxy-tls")));
    var admin = Program.QUERY.adminPort(plan.query());
    var spec = selecting(plan, Program.QUERY)
        .withType(plan.query().service().type())
        .withPorts(
            onNode(plan, ui(plan), plan.query().service().nodePort()),
            onNode(
                plan,
                forwarded("grpc-query", 16685, 16685),
                plan.query().service().grpcNodePort()),
            forwarded("admin-http", admin, admin));
    return service(
        Identity.owned(
            plan.owner(), name, Identity.labels(plan.owner(), name, "service-query"), annotations),
        spec);
  }

  /** Those of the Pods are on the Service, too, as users of the Go operator know it. */
  private static SortedMap<String, String> annotations(Component component) {
    var all = new TreeMap<>(component.own().annotations());
    all.putAll(component.service().annotations());
    return all;
  }

  private static Service agent(JaegerPlan plan) {
    var name = Names.dns(plan.owner().name(), "-agent");
    var spec = selecting(plan, Program.ALL_IN_ONE)
        .withClusterIP("None")
        .withPorts(
            udp("zk-compact-trft", 5775),
            port("http-config-rest", 5778),
            udp("jg-compact-trft", 6831),
            udp("jg-binary-trft", 6832),
            port("admin-http", Arguments.adminPort(plan.agent().flags().arguments(), 14271)));
    return service(
        Identity.owned(
            plan.owner(), name, Identity.labels(plan.owner(), name, "service-agent"), Map.of()),
        spec);
  }

  private static ServicePort udp(String name, int number) {
    return new ServicePortBuilder(port(name, number)).withProtocol("UDP").build();
  }

  private static ServicePort forwarded(String name, int number, int target) {
    return new ServicePortBuilder(port(name, number))
        .withTargetPort(new IntOrString(target))
        .build();
  }

  /** Other types of Service have no use for a port of the node; 0 leaves the choice to the cluster. */
  private static ServicePort onNode(JaegerPlan plan, ServicePort port, Optional<Integer> nodePort) {
    var wanted = "NodePort".equals(plan.query().service().type());
    return new ServicePortBuilder(port)
        .withNodePort(nodePort.filter(number -> wanted && number > 0).orElse(null))
        .build();
  }

  private static ServiceSpecBuilder selecting(JaegerPlan plan, Program program) {
    return new ServiceSpecBuilder()
        .withSelector(Selected.of(plan, program.under(plan.strategy())).found());
  }

  private static Service service(ObjectMeta metadata, ServiceSpecBuilder spec) {
    return new ServiceBuilder().withMetadata(metadata).withSpec(spec.build()).build();
  }
}
