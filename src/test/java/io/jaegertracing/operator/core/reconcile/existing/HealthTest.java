package io.jaegertracing.operator.core.reconcile.existing;

import io.jaegertracing.operator.core.reconcile.Kids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEPLOYMENT | {} | PROGRESSING | 0 of 1 Pod is ready",
        "DEPLOYMENT | {generation: 2, status: {observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1}} | PROGRESSING | 0 of 1 Pod is ready",
        "DEPLOYMENT | {generation: 1, spec: {replicas: 3}, status: {observedGeneration: 1, replicas: 3, updatedReplicas: 3, availableReplicas: 2}} | PROGRESSING | 2 of 3 Pods are ready",
        "DEPLOYMENT | {generation: 1, status: {observedGeneration: 1, replicas: 2, updatedReplicas: 1, availableReplicas: 1}} | PROGRESSING | 1 Pods of before are still there",
        "DEPLOYMENT | {generation: 1, spec: {replicas: 0}, status: {observedGeneration: 1}} | READY | ''",
        "DEPLOYMENT | {generation: 1, status: {observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1}} | READY | ''",
        "DEPLOYMENT | {status: {conditions: [{type: ReplicaFailure, status: 'True', message: quota}]}} | FAILED | quota",
        "DEPLOYMENT | {generation: 1, status: {observedGeneration: 1, conditions: [{type: Progressing, status: 'False', message: stuck}]}} | FAILED | stuck",
        "DAEMON_SET | {generation: 1, status: {observedGeneration: 1, desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberAvailable: 1}} | PROGRESSING | 1 of 2 Pods are ready",
        "DAEMON_SET | {generation: 1, status: {observedGeneration: 1, desiredNumberScheduled: 0}} | READY | ''",
        "DAEMON_SET | {generation: 2, status: {observedGeneration: 1}} | PROGRESSING | its controller has not looked at it yet",
        "JOB | {} | PROGRESSING | it has not ended yet",
        "JOB | {status: {conditions: [{type: Failed, status: 'True', message: nope}]}} | FAILED | nope",
        "JOB | {status: {conditions: [{type: Complete, status: 'True'}]}} | READY | ''",
        "KAFKA | {} | PROGRESSING | it is not ready yet",
        "KAFKA | {status: {conditions: [{type: NotReady, status: 'True', message: no volumes}]}} | PROGRESSING | no volumes",
        "KAFKA_USER | {status: {conditions: [{type: Ready, status: 'True'}]}} | READY | ''",
        "ELASTICSEARCH | {status: {cluster: {status: red}}} | PROGRESSING | its nodes are not ready yet",
        "ELASTICSEARCH | {status: {cluster: {status: green}}} | READY | ''",
        "SERVICE | {} | READY | ''"
      })
  void isReadFromTheState(OwnedKind kind, String state, Health.State expected, String why) {
    var health = Health.of(Kids.applied(Kids.wanted(kind, "it", "{}"), state));

    assertThat(health).isEqualTo(new Health(expected, why));
  }
}
