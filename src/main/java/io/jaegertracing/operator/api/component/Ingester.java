package io.jaegertracing.operator.api.component;

/** The ingester, which moves spans from Kafka to the storage. */
public class Ingester extends ScaledSpec {}
