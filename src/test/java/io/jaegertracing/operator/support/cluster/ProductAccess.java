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
  private static final Path RBAC = Folders.manifests().resolve("rbac");

  private ProductAccess() {}

  static String account(String namespace) {
    return "system:serviceaccount:" + namespace + ":jaeger-operator";
  }

  static void grant(KubernetesClient admin, Namespace namespace) {
    shipped(admin, RBAC)
        .map(object -> moved(object, namespace))
        .forEach(object -> admin.resource(object).forceConflicts().serverSideApply());
  }

  /** The rights of the manifests for named namespaces, and none in the cluster; another operator may have them there, too. */
  static void grantIn(KubernetesClient admin, Namespace home, List<String> namespaces) {
    shipped(admin, RBAC)
        .filter(
            object -> !(object instanceof ClusterRole) && !(object instanceof ClusterRoleBinding))
        .map(object -> moved(object, home))
        .forEach(object -> admin.resource(object).forceConflicts().serverSideApply());
    for (var namespace : namespaces) {
      shipped(admin, RBAC.resolve("namespaced"))
          .map(object -> moved(object, home))
          .forEach(object -> {
            object.getMetadata().setNamespace(namespace);
            if (object instanceof RoleBinding) {
              object.getMetadata().setName(home.getMetadata().getName());
            }
            admin.resource(object).forceConflicts().serverSideApply();
          });
    }
  }

  /** All that is shipped, wherever it is meant for. */
  static Stream<HasMetadata> everything(KubernetesClient admin) {
    return Stream.concat(shipped(admin, RBAC), shipped(admin, RBAC.resolve("namespaced")));
  }

  private static Stream<HasMetadata> shipped(KubernetesClient admin, Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream()
          .flatMap(file -> read(admin, file).stream());
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
