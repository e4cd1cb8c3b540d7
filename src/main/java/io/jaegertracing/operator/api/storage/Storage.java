package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.api.json.Options;

/** Where spans are kept, and the jobs that look after them. */
public class Storage extends Extensible {
  @JsonPropertyDescription(
      "memory, badger, cassandra, elasticsearch, kafka, grpc (a remote storage that speaks Jaeger's gRPC API) or"
          + " grpc-plugin (only before Jaeger 1.58), in lower case. Default: memory. With the strategy streaming it"
          + " is the storage behind Kafka.")
  public String type;

  @JsonPropertyDescription(
      "Secret whose keys become environment variables of Jaeger and of the storage jobs, such as ES_PASSWORD.")
  public String secretName;

  @JsonPropertyDescription(
      "Flags of the storage, as a map that may nest: es: {server-urls: u} is --es.server-urls=u. Every component"
          + " gets those that it knows. A list repeats its flag.")
  public Options options;

  @JsonPropertyDescription("The Job that prepares Cassandra.")
  public CassandraCreateSchema cassandraCreateSchema;

  @JsonPropertyDescription("The job that computes the graph of services, with Spark.")
  public Dependencies dependencies;

  @JsonPropertyDescription("The job that deletes old indices from Elasticsearch.")
  public EsIndexCleaner esIndexCleaner;

  @JsonPropertyDescription(
      "The jobs that roll indices of Elasticsearch over; they run with the option es.use-aliases.")
  public EsRollover esRollover;

  @JsonPropertyDescription(
      "The Elasticsearch that OpenShift's operator provides when no es.server-urls is given.")
  public Elasticsearch elasticsearch;

  @JsonPropertyDescription(
      "The storage plugin; only with type grpc-plugin and a Jaeger before 1.58.")
  public GrpcPlugin grpcPlugin;
}
