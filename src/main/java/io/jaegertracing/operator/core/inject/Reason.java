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
  OWN_WORKLOAD(Shown.RECORD, "The workload belongs to a Jaeger or to the operator itself."),
  DECIDED_BY_OWNER(Shown.RECORD, "What owns the workload was decided on in its place."),
  OPTED_OUT(Shown.RECORD, "The value false asks for no sidecar."),
  NOT_REQUESTED(Shown.RECORD, "Neither the workload nor its namespace asks for a sidecar."),
  BAD_ANNOTATION(
      "The value that asks for a sidecar cannot be understood.",
      "Write true, false, NAME or NAMESPACE/NAME."),
  FOREIGN_SIDECAR(
      Shown.EVENT, "There is a container called jaeger-agent that this operator did not add."),
  OTHER_SYSTEM(
      "The agent runs on Linux only.",
      "Let these Pods send their spans to an agent or a collector elsewhere, and set the annotation to false."),
  NO_INSTANCE(
      "No Jaeger fits what is asked for.",
      "Create the Jaeger, correct the name, or set the annotation to false."),
  AMBIGUOUS_INSTANCE("Several Jaegers fit what is asked for.", "Write NAMESPACE/NAME."),
  INVALID_INSTANCE(
      "The Jaeger that is asked for has mistakes.",
      "Correct the Jaeger; its status lists the mistakes."),
  WOULD_NOT_FINISH(
      "The Pods end by themselves, which a sidecar that is no native one prevents.",
      "Bring the server and every node to Kubernetes 1.29, or set the annotation to false."),
  HOST_NETWORK(
      "The Pods use the network of their node, where the ports of the agent may be taken.",
      "Set all five ports in spec.agent.options of the Jaeger to ports that are free on every node."),
  PORT_CONFLICT(
      "A container already listens on a port of the agent.",
      "Choose another port for the agent in spec.agent.options of the Jaeger, or for the container."),
  POD_SECURITY(
      "The sidecar breaks the Pod Security level that the namespace enforces.",
      "Change spec.agent of the Jaeger to what the level allows; the detail names the fields."),
  POD_RESOURCES(
      "The sidecar does not fit into the resources that the Pod states as a whole.",
      "Give the sidecar other resources, by annotations of the workload or in spec.agent.resources of the Jaeger, or the Pod larger ones; the detail names the amount."),
  LIMIT_RANGE(
      "With the sidecar the Pods would break a LimitRange of the namespace, so that none could be created.",
      "Give the sidecar other resources, by annotations of the workload or in spec.agent.resources of the Jaeger; the detail names the amount."),
  RESOURCE_QUOTA(
      "With the sidecar a ResourceQuota of the namespace would refuse every Pod, however little of it is used.",
      "Give the sidecar other resources, by annotations of the workload or in spec.agent.resources of the Jaeger; the detail names the amount."),
  MISSING_SIDECAR(
      "A sidecar is asked for and nothing stands in its way, but the finished Pod has none.",
      "Create the Pod again while the operator answers; for Pods of a controller, run kubectl rollout restart on it."),
  ALTERED_SIDECAR(
      "Something changed the sidecar after it was added.",
      "Find the webhook or tool that changes the container jaeger-agent, and keep it away from there."),
  SIDECAR_RESTART(
      Shown.EVENT,
      "A Pod without the sidecar that it asks for was evicted, so that its controller makes it again with one."),
  UNVERIFIED(
      Shown.RECORD, "Whether the sidecar is as it should be could not be found out in time."),
  MALFORMED(
      "The workload is not shaped as its kind should be.",
      "Correct the field that the detail names."),
  NOT_READY(
      "The operator does not know the cluster yet.",
      "Apply the workload again once the operator is ready."),
  OVERLOADED(
      "More was asked than could be answered in time.",
      "Apply the workload again later; if this stays, run more replicas of the operator."),
  INTERNAL_ERROR(
      "The operator broke; this is a defect.", "Report it with the log line of the operator.");

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
  private final String remedy;

  Reason(Shown shown, String sentence) {
    this.shown = shown;
    this.sentence = sentence;
    this.remedy = "";
  }

  Reason(String sentence, String remedy) {
    this.shown = Shown.WARNING;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /** As it is written everywhere: {@code no-instance}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String sentence() {
    return sentence;
  }

  /** What to do about it; empty for what nobody has to act on. */
  public String remedy() {
    return remedy;
  }

  /** Found in a finished Pod; who is told of it depends on the namespace. */
  public boolean isOfFinishedPods() {
    return this == MISSING_SIDECAR || this == ALTERED_SIDECAR;
  }

  public Shown shown() {
    return shown;
  }

  public boolean isWarning() {
    return shown == Shown.WARNING;
  }

  public boolean isEvent() {
    return shown != Shown.RECORD;
  }
}
