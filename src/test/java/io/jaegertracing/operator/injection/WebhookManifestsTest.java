package io.jaegertracing.operator.injection;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.support.cluster.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookManifestsTest {
  /** What is called for a kind, and when. */
  private record Called(String group, String version, String resource, Set<String> operations) {}

  @Test
  void everyKindOfTheTableIsRegisteredOnceWithItsOperations() throws Exception {
    var registered = injection()
        .flatMap(webhook -> webhook.getRules().stream())
        .flatMap(WebhookManifestsTest::called)
        .toList();
    assertThat(registered)
        .containsExactlyInAnyOrderElementsOf(
            WorkloadKinds.ALL.rows().stream().map(WebhookManifestsTest::called).toList());
  }

  @Test
  void podsAreAskedAboutAtThePathOfPods() throws Exception {
    assertThat(injection())
        .allSatisfy(webhook -> assertThat(webhook.getClientConfig().getService().getPath())
            .isEqualTo(
                webhook.getRules().get(0).getResources().equals(List.of("pods"))
                    ? "/mutate-v1-pod"
                    : "/mutate-v1-workload"));
  }

  @Test
  void nobodyIsEverKeptFromAnythingByAWebhookThatDoesNotAnswer() throws Exception {
    assertThat(injection()).allSatisfy(webhook -> {
      assertThat(webhook.getFailurePolicy()).isEqualTo("Ignore");
      assertThat(webhook.getTimeoutSeconds()).isEqualTo(5);
      assertThat(webhook.getSideEffects()).isEqualTo("None");
    });
    assertThat(read("validating.yaml", ValidatingWebhookConfiguration.class).getWebhooks())
        .hasSize(2)
        .allSatisfy(webhook -> assertThat(webhook.getFailurePolicy()).isEqualTo("Ignore"));
  }

  @Test
  void finishedPodsAreVerifiedWhereverPodsAreInjected() throws Exception {
    var injector = injection()
        .filter(webhook -> webhook.getName().startsWith("pod."))
        .findFirst()
        .orElseThrow();
    var verifier =
        read("validating.yaml", ValidatingWebhookConfiguration.class).getWebhooks().stream()
            .filter(webhook -> webhook.getName().startsWith("pod."))
            .findFirst()
            .orElseThrow();
    assertThat(verifier.getClientConfig().getService().getPath()).isEqualTo("/validate-v1-pod");
    assertThat(verifier.getRules()).isEqualTo(injector.getRules());
    assertThat(verifier.getNamespaceSelector()).isEqualTo(injector.getNamespaceSelector());
    assertThat(verifier.getObjectSelector()).isEqualTo(injector.getObjectSelector());
    assertThat(verifier.getMatchConditions()).isEqualTo(injector.getMatchConditions());
    assertThat(verifier.getMatchPolicy()).isEqualTo("Equivalent");
    assertThat(verifier.getTimeoutSeconds()).isEqualTo(5);
    assertThat(verifier.getSideEffects()).isEqualTo("None");
  }

  @Test
  void neitherTheOperatorNorTheClusterItselfIsAskedAbout() throws Exception {
    assertThat(injection()).allSatisfy(webhook -> {
      assertThat(webhook.getNamespaceSelector().getMatchExpressions())
          .singleElement()
          .satisfies(one -> assertThat(one.getValues())
              .containsExactly("kube-system", "kube-node-lease", "cert-manager"));
      assertThat(webhook.getObjectSelector().getMatchExpressions())
          .extracting("key")
          .containsExactly("name", "app.kubernetes.io/name");
    });
  }

  private static Stream<MutatingWebhook> injection() throws IOException {
    return read("mutating.yaml", MutatingWebhookConfiguration.class).getWebhooks().stream();
  }

  private static <T> T read(String file, Class<T> type) throws IOException {
    try (InputStream in = Files.newInputStream(Registration.file(file))) {
      return new KubernetesSerialization().unmarshal(in, type);
    }
  }

  private static Stream<Called> called(RuleWithOperations rule) {
    return rule.getResources().stream()
        .map(resource -> new Called(
            rule.getApiGroups().get(0),
            rule.getApiVersions().get(0),
            resource,
            Set.copyOf(rule.getOperations())));
  }

  private static Called called(WorkloadKind kind) {
    return new Called(kind.group(), kind.version(), kind.resource(), kind.operations());
  }
}
