package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shipped webhook configurations as they are, but for the address that is called and the namespaces of the test. */
public final class Registration implements AutoCloseable {
  private final Cluster cluster;
  private final List<HasMetadata> objects;

  private Registration(Cluster cluster, List<HasMetadata> objects) {
    this.cluster = cluster;
    this.objects = objects;
  }

  /** The API server calls a new webhook after a moment. */
  public static Registration of(
      Cluster cluster, String url, Path authority, List<String> namespaces) {
    var objects = Stream.of("mutating.yaml", "validating.yaml")
        .map(file -> shipped(cluster, file))
        .toList();
    for (var object : objects) {
      object.getMetadata().setName(object.getMetadata().getName() + "-" + namespaces.get(0));
      if (object instanceof MutatingWebhookConfiguration mutating) {
        mutating.getWebhooks().forEach(webhook -> {
          call(webhook.getClientConfig(), url, authority);
          webhook.setNamespaceSelector(among(webhook.getNamespaceSelector(), namespaces));
        });
      } else if (object instanceof ValidatingWebhookConfiguration validating) {
        validating.getWebhooks().forEach(webhook -> {
          call(webhook.getClientConfig(), url, authority);
          webhook.setNamespaceSelector(among(webhook.getNamespaceSelector(), namespaces));
        });
      }
      cluster.admin().resource(object).create();
    }
    return new Registration(cluster, objects);
  }

  public static HasMetadata shipped(Cluster cluster, String file) {
    try (var in = Files.newInputStream(file(file))) {
      return cluster.admin().load(in).items().get(0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static Path file(String name) {
    return Folders.manifests().resolve("webhook").resolve(name);
  }

  private static void call(WebhookClientConfig client, String url, Path authority) {
    client.setUrl(url + client.getService().getPath());
    client.setService(null);
    try {
      client.setCaBundle(Base64.getEncoder().encodeToString(Files.readAllBytes(authority)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static LabelSelector among(@Nullable LabelSelector shipped, List<String> namespaces) {
    return new LabelSelectorBuilder(Optional.ofNullable(shipped).orElseGet(LabelSelector::new))
        .addNewMatchExpression()
        .withKey("kubernetes.io/metadata.name")
        .withOperator("In")
        .withValues(namespaces)
        .endMatchExpression()
        .build();
  }

  @Override
  public void close() {
    objects.forEach(object -> cluster.admin().resource(object).delete());
  }
}
