package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The control plane as one test class sees it: namespaces of its own, and two identities. */
public final class Cluster implements AutoCloseable {
  /** Room for the suffix, and for names of objects that carry the namespace's. */
  private static final int LONGEST_HINT = 30;

  private final ControlPlane plane;
  private final Queue<Namespace> namespaces = new ConcurrentLinkedQueue<>();
  private final Namespace home;
  private final KubernetesClient product;

  Cluster(ControlPlane plane, String hint) {
    this.plane = plane;
    this.home = create(hint);
    ProductAccess.grant(plane.admin(), home);
    var config = plane.config();
    config.setImpersonateUsername(productAccount());
    config.setNamespace(namespace());
    this.product = ControlPlane.client(config);
  }

  /** May do everything. */
  public KubernetesClient admin() {
    return plane.admin();
  }

  /** May do what the shipped manifests allow the product, as {@link #productAccount}. */
  public KubernetesClient product() {
    return product;
  }

  /** The same API server, which fails when it is told to; its caller's to close. */
  public FaultyApi faulty() {
    return new FaultyApi(plane.config());
  }

  /** The programs behind all this. */
  public Servers servers() {
    return plane.servers();
  }

  /** May do what is granted to this user, and is its caller's to close. */
  public KubernetesClient as(String user) {
    var config = plane.config();
    config.setImpersonateUsername(user);
    return ControlPlane.client(config);
  }

  /** The product's user name, as the audit records it. */
  public String productAccount() {
    return accountOf(namespace());
  }

  /** One more namespace for the product, whose account there has rights in these namespaces alone. */
  public String newHome(List<String> namespaces) {
    var narrow = create("home");
    ProductAccess.grantIn(admin(), narrow, namespaces);
    return narrow.getMetadata().getName();
  }

  /** The product's user name when that is its namespace. */
  public String accountOf(String home) {
    return ProductAccess.account(home);
  }

  public String namespace() {
    return home.getMetadata().getName();
  }

  /** One more namespace, gone after the last test of the class. */
  public String newNamespace(String hint) {
    return create(hint).getMetadata().getName();
  }

  public Path kubeconfig() {
    return plane.kubeconfig();
  }

  public Kubectl.Result kubectl(String... args) {
    return plane.kubectl().run(args);
  }

  public Kubectl.Result kubectlWithInput(String stdin, String... args) {
    return plane.kubectl().runWithInput(stdin, args);
  }

  public void installJaegerCrd() {
    plane.jaegerCrd().install();
  }

  /** Init containers that keep running came with Kubernetes 1.29. */
  public boolean supportsNativeSidecars() {
    return minor() >= 29;
  }

  /** Of the version of Kubernetes: 35 of 1.35. */
  public int minor() {
    return Integer.parseInt(admin().getKubernetesVersion().getMinor());
  }

  public Audit audit() {
    return plane.audit();
  }

  private Namespace create(String hint) {
    var name = name(hint);
    var namespace = admin()
        .resource(new NamespaceBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .build())
        .create();
    namespaces.add(namespace);
    // Until a controller made it, every Pod in the namespace is refused.
    admin()
        .serviceAccounts()
        .inNamespace(name)
        .withName("default")
        .waitUntilCondition(Objects::nonNull, 1, TimeUnit.MINUTES);
    return namespace;
  }

  /** "ControlPlaneIT" becomes "control-plane-it-" and five random characters. */
  static String name(String hint) {
    var words = hint.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-");
    var start = words.substring(0, Math.min(words.length(), LONGEST_HINT));
    var suffix = Integer.toString(
        ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36, 36 * 36 * 36 * 36 * 36), 36);
    return start + "-" + suffix;
  }

  /** Deleting takes the API server seconds, and nobody needs to see it. */
  @Override
  public void close() {
    product.close();
    namespaces.forEach(namespace -> admin().resource(namespace).delete());
  }
}
