package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product's service account in a namespace of a test, with the rights of the shipped manifests and no other. */
final class ProductAccess {
  private ProductAccess() {}

  static String account(Namespace namespace) {
    return "system:serviceaccount:" + namespace.getMetadata().getName() + ":jaeger-operator";
  }

  static void grant(KubernetesClient admin, Namespace namespace) {
    shipped(admin)
        .map(object -> moved(object, namespace))
        .forEach(object -> admin.resource(object).forceConflicts().serverSideApply());
  }

  private static Stream<HasMetadata> shipped(KubernetesClient admin) {
    try (var files = Files.list(Folders.manifests().resolve("rbac"))) {
      return files.sorted().toList().stream().flatMap(file -> read(admin, file).stream());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<HasMetadata> read(KubernetesClient admin, Path file) {
    try (var in = Files.newInputStream(file)) {
      return admin.load(in).items();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static HasMetadata moved(HasMetadata object, Namespace namespace) {
    if (object instanceof ClusterRole) {
      return object;
    }
    if (object instanceof ClusterRoleBinding binding) {
      return moved(binding, namespace);
    }
    object.getMetadata().setNamespace(namespace.getMetadata().getName());
    if (object instanceof RoleBinding binding) {
      moveSubjects(binding.getSubjects(), namespace);
    }
    return object;
  }

  /** Under a name of its own, and owned by the namespace: it goes when that goes. */
  private static ClusterRoleBinding moved(ClusterRoleBinding binding, Namespace namespace) {
    var metadata = binding.getMetadata();
    metadata.setName(metadata.getName() + "-" + namespace.getMetadata().getName());
    metadata.setOwnerReferences(List.of(new OwnerReferenceBuilder()
        .withApiVersion(namespace.getApiVersion())
        .withKind(namespace.getKind())
        .withName(namespace.getMetadata().getName())
        .withUid(namespace.getMetadata().getUid())
        .build()));
    moveSubjects(binding.getSubjects(), namespace);
    return binding;
  }

  private static void moveSubjects(List<Subject> subjects, Namespace namespace) {
    subjects.forEach(subject -> subject.setNamespace(namespace.getMetadata().getName()));
  }
}
