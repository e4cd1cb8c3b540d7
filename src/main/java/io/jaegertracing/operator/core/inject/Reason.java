package io.jaegertracing.operator.core.inject;

import java.util.Locale;

/** Why a workload is as it is: the closed list behind warnings, audit annotations, metrics, log lines, Events and docs/decision-order.md. */
public enum Reason {
  INJECTED(Shown.EVENT, "The sidecar was added."),
  UPDATED(Shown.EVENT, "The sidecar was brought up to date with its Jaeger."),
  REMOVED(Shown.EVENT, "What injection had added was taken away."),
  UNCHANGED(Shown.RECORD, "The sidecar is there, and as it should be."),
  NOT_WATCHED(Shown.RECORD, "The namespace is not watched by this operator."),
  NOT_A_WORKLOAD(Shown.RECORD, "This kind, or this operation on it, is not injected."),
  OTHER_LEVEL(Shown.RECORD, "This kind is left alone at this injection level."),
  TERMINATING(Shown.RECORD, "The workload is being deleted."),
  MIRROR_POD(Shown.RECORD, "The Pod mirrors a static Pod of its node and cannot be changed."),
  OWN_WORKLOAD(Shown.RECORD, "The workload belongs to a Jaeger itself."),
  DECIDED_BY_OWNER(Shown.RECORD, "What owns the workload was decided on in its place."),
  OPTED_OUT(Shown.RECORD, "The value false asks for no sidecar."),
  NOT_REQUESTED(Shown.RECORD, "Neither the workload nor its namespace asks for a sidecar."),
  BAD_ANNOTATION(Shown.WARNING, "The value that asks for a sidecar cannot be understood."),
  FOREIGN_SIDECAR(
      Shown.EVENT, "There is a container called jaeger-agent that this operator did not add."),
  OTHER_SYSTEM(Shown.WARNING, "The agent runs on Linux only."),
  NO_INSTANCE(Shown.WARNING, "No Jaeger fits what is asked for."),
  AMBIGUOUS_INSTANCE(Shown.WARNING, "Several Jaegers fit what is asked for."),
  INVALID_INSTANCE(Shown.WARNING, "The Jaeger that is asked for has mistakes."),
  WOULD_NOT_FINISH(
      Shown.WARNING, "The Pods end by themselves, which a sidecar that is no native one prevents."),
  HOST_NETWORK(
      Shown.WARNING,
      "The Pods use the network of their node, where the ports of the agent may be taken."),
  PORT_CONFLICT(Shown.WARNING, "A container already listens on a port of the agent."),
  POD_SECURITY(
      Shown.WARNING, "The sidecar breaks the Pod Security level that the namespace enforces."),
  MALFORMED(Shown.WARNING, "The workload is not shaped as its kind should be."),
  NOT_READY(Shown.WARNING, "The operator does not know the cluster yet."),
  OVERLOADED(Shown.WARNING, "More was asked than could be answered in time."),
  INTERNAL_ERROR(Shown.WARNING, "The operator broke; this is a defect.");

  /** Where a reason is seen beside metrics, audit log and log line, which have them all. */
  public enum Shown {
    /** Nowhere else: nobody has to act. */
    RECORD,
    /** As an Event of the workload. */
    EVENT,
    /** As an Event, and to whoever applies the workload: there is something to do. */
    WARNING
  }

  private final Shown shown;
  private final String sentence;

  Reason(Shown shown, String sentence) {
    this.shown = shown;
    this.sentence = sentence;
  }

  /** As it is written everywhere: {@code no-instance}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String sentence() {
    return sentence;
  }

  public boolean isWarning() {
    return shown == Shown.WARNING;
  }

  public boolean isEvent() {
    return shown != Shown.RECORD;
  }
}
