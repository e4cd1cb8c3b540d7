package io.jaegertracing.operator.kube.secrets;

import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * Who proves who it is to an Elasticsearch: by the names that its operator expects.
 *
 * @param alternatives names under which it is reached, of one that is a server
 */
record Holder(String commonName, List<GeneralName> alternatives) {
  /** By which the nodes know each other. */
  private static final String NODE = "1.2.3.4.5.5";

  static final Holder ADMINISTRATOR = new Holder("system.admin", List.of());
  static final Holder PROGRAM = new Holder("user.jaeger", List.of());
  static final Holder JOB = new Holder("system.logging.curator", List.of());

  /** A node as the other nodes see it. */
  static Holder node(String namespace) {
    var names = Stream.concat(
        reached(List.of("elasticsearch", "elasticsearch-cluster"), namespace),
        Stream.of(new GeneralName(GeneralName.registeredID, NODE)));
    return new Holder("elasticsearch", names.toList());
  }

  /** A node as clients see it. */
  static Holder server(String namespace) {
    return new Holder("logging-es", reached(List.of("elasticsearch"), namespace).toList());
  }

  private static Stream<GeneralName> reached(List<String> services, String namespace) {
    var hosts = services.stream()
        .flatMap(service -> Stream.of(
            service,
            service + ".cluster.local",
            service + "." + namespace + ".svc",
            service + "." + namespace + ".svc.cluster.local"));
    return Stream.concat(
        Stream.of("127.0.0.1", "::1")
            .map(address -> new GeneralName(GeneralName.iPAddress, address)),
        Stream.concat(Stream.of("localhost"), hosts)
            .map(host -> new GeneralName(GeneralName.dNSName, host)));
  }
}
