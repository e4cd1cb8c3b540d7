package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jaegertracing.operator.core.inspection.Inspection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the objects of every Jaeger, whatever its user wrote. */
record Soundness(List<HasMetadata> objects, boolean inOneProcess) {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
  private static final String SUBDOMAIN =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
  private static final String VALUE = "([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?";
  private static final String KEY = "([-a-z0-9.]+/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final Set<String> CLUSTER_WIDE = Set.of("ClusterRoleBinding", "ConsoleLink");

  static boolean isName(String text) {
    return text.length() <= 253 && text.matches(SUBDOMAIN);
  }

  void check() {
    assertThat(objects.stream().map(Soundness::identity)).doesNotHaveDuplicates();
    objects.forEach(object -> {
      known(object);
      template(object).ifPresent(template -> {
        pod(identity(object), template);
        assertThat(Inspection.problems(object.getKind(), template))
            .as("Pods of %s", identity(object))
            .isEmpty();
      });
      selector(object)
          .ifPresent(selector -> assertThat(
                  template(object).orElseThrow().getMetadata().getLabels())
              .as("labels of the Pods of %s", identity(object))
              .containsAllEntriesOf(selector.getMatchLabels()));
      if (object instanceof Service service) {
        service(service);
      }
    });
  }

  private static String identity(HasMetadata object) {
    return object.getKind() + "/" + object.getMetadata().getName();
  }

  private static void known(HasMetadata object) {
    var metadata = object.getMetadata();
    assertThat(object.getApiVersion()).as(identity(object)).isNotEmpty();
    assertThat(object.getKind()).as(identity(object)).isNotEmpty();
    assertThat(metadata.getName())
        .as(identity(object))
        .matches(name -> object instanceof Service ? name.matches(LABEL) : isName(name), "a name");
    assertThat(metadata.getLabels().values())
        .as("labels of %s", identity(object))
        .allMatch(value -> value.matches(VALUE));
    assertThat(metadata.getLabels().keySet())
        .as("labels of %s", identity(object))
        .allMatch(key -> key.matches(KEY));
    assertThat(
            metadata.getAnnotations() == null
                ? Set.<String>of()
                : metadata.getAnnotations().keySet())
        .as("annotations of %s", identity(object))
        .allMatch(key -> key.matches(KEY));
    assertThat(metadata.getOwnerReferences())
        .as("owners of %s", identity(object))
        .hasSize(CLUSTER_WIDE.contains(object.getKind()) ? 0 : 1);
  }

  private static void pod(String of, PodTemplateSpec template) {
    var pod = template.getSpec();
    var volumes = pod.getVolumes().stream().map(Volume::getName).toList();
    assertThat(volumes)
        .as("volumes of %s", of)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches(LABEL));
    assertThat(template.getMetadata().getLabels().values())
        .as("labels of the Pods of %s", of)
        .allMatch(value -> value.matches(VALUE));
    containers(pod).forEach(container -> {
      var mounts = container.getVolumeMounts();
      assertThat(container.getName()).as("a container of %s", of).matches(LABEL);
      assertThat(mounts)
          .as("mounts of %s", of)
          .extracting(VolumeMount::getName)
          .isSubsetOf(volumes);
      assertThat(mounts)
          .as("mounts of %s", of)
          .extracting(VolumeMount::getMountPath)
          .doesNotHaveDuplicates();
    });
  }

  private void service(Service service) {
    var selected = objects.stream()
        .filter(object -> object instanceof Deployment || object instanceof DaemonSet)
        .map(object -> template(object).orElseThrow())
        .filter(template -> template
            .getMetadata()
            .getLabels()
            .entrySet()
            .containsAll(service.getSpec().getSelector().entrySet()))
        .toList();
    assertThat(selected).as("what %s selects", identity(service)).hasSize(1);
    var served = containers(selected.get(0).getSpec())
        .flatMap(container -> container.getPorts().stream())
        .map(ContainerPort::getContainerPort)
        .toList();
    assertThat(service.getSpec().getPorts())
        // One process has one such port; Services keep those of the programs in its place.
        .filteredOn(port -> !(inOneProcess && port.getName().equals("admin-http")))
        .as("ports of %s", identity(service))
        .extracting(Soundness::target)
        .isSubsetOf(served);
  }

  private static Integer target(ServicePort port) {
    return port.getTargetPort() == null ? port.getPort() : port.getTargetPort().getIntVal();
  }

  private static Stream<Container> containers(PodSpec pod) {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
  }

  private static Optional<LabelSelector> selector(HasMetadata object) {
    if (object instanceof Deployment deployment) {
      return Optional.of(deployment.getSpec().getSelector());
    }
    return object instanceof DaemonSet agents
        ? Optional.of(agents.getSpec().getSelector())
        : Optional.empty();
  }

  private static Optional<PodTemplateSpec> template(HasMetadata object) {
    if (object instanceof Deployment deployment) {
      return Optional.of(deployment.getSpec().getTemplate());
    }
    if (object instanceof DaemonSet agents) {
      return Optional.of(agents.getSpec().getTemplate());
    }
    if (object instanceof Job job) {
      return Optional.of(job.getSpec().getTemplate());
    }
    return object instanceof CronJob cronJob
        ? Optional.of(cronJob.getSpec().getJobTemplate().getSpec().getTemplate())
        : Optional.empty();
  }
}
