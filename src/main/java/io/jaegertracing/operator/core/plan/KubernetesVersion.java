package io.jaegertracing.operator.core.plan;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part of a Kubernetes version that says what a server can do. */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {
  /** A server of a cloud may add to each part: {@code v1.29.3-gke.1282}, minor {@code 29+}. */
  private static final Pattern TEXT = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:[.+-].*)?");

  public static Optional<KubernetesVersion> parse(String text) {
    return Optional.of(TEXT.matcher(text))
        .filter(found -> found.matches())
        .map(found -> new KubernetesVersion(
            Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return Comparator.comparingInt(KubernetesVersion::major)
        .thenComparingInt(KubernetesVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
