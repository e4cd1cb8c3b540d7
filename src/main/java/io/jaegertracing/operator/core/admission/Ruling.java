package io.jaegertracing.operator.core.admission;

/** What a judge says: the answer, or what it has to know before. */
public sealed interface Ruling permits Verdict, Question {}
