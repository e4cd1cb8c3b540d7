package io.jaegertracing.operator.support.cluster;

import java.nio.file.Path;

/** Where this checkout keeps what the control plane needs; Maven says it, an IDE runs in the checkout itself. */
final class Folders {
  private Folders() {}

  static Path up() {
    return checkout().resolve("src/test/cluster/up");
  }

  static Path manifests() {
    return checkout().resolve("manifests");
  }

  static Path build() {
    var build = System.getProperty("build.directory");
    return build == null ? checkout().resolve("target") : Path.of(build);
  }

  private static Path checkout() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  }
}
