package io.jaegertracing.operator.core.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which image each component runs when its resource names none. */
public record Images(Map<Component, String> configured, String jaegerVersion, String agentVersion) {

  /** Everything that runs in a container of its own, in the order of its name. */
  public enum Component {
    AGENT(Tag.AGENT),
    ALL_IN_ONE(Tag.JAEGER),
    CASSANDRA_SCHEMA(Tag.JAEGER),
    COLLECTOR(Tag.JAEGER),
    ES_INDEX_CLEANER(Tag.JAEGER),
    ES_ROLLOVER(Tag.JAEGER),
    INGESTER(Tag.JAEGER),
    OAUTH_PROXY(Tag.VERBATIM),
    QUERY(Tag.JAEGER),
    SPARK_DEPENDENCIES(Tag.VERBATIM);

    private final Tag tag;

    Component(Tag tag) {
      this.tag = tag;
    }
  }

  /** What completes an image that was configured without a tag. */
  private enum Tag {
    AGENT,
    JAEGER,
    VERBATIM
  }

  public Images {
    configured = Map.copyOf(configured);
    for (var component : Component.values()) {
      if (!configured.containsKey(component)) {
        throw new IllegalArgumentException("no image for " + component);
      }
    }
  }

  public String of(Component component) {
    var image = configured.getOrDefault(component, "");
    return switch (component.tag) {
      case AGENT -> tagged(image, agentVersion);
      case JAEGER -> tagged(image, jaegerVersion);
      case VERBATIM -> image;
    };
  }

  /** What a resource names is taken as it is. */
  public String of(Component component, String named) {
    return named.isEmpty() ? of(component) : named;
  }

  /** The same images from another registry. */
  public Images from(String registry) {
    var moved = new TreeMap<Component, String>();
    configured.forEach((component, image) -> moved.put(component, registry + "/" + path(image)));
    return new Images(moved, jaegerVersion, agentVersion);
  }

  /** The same images, but for this one. */
  public Images with(Component component, String image) {
    var changed = new TreeMap<>(configured);
    changed.put(component, image);
    return new Images(changed, jaegerVersion, agentVersion);
  }

  /** Every image that can be asked for, in the order of the components. */
  public Stream<String> all() {
    return Stream.of(Component.values()).map(this::of);
  }

  /** Only a host has a dot or a port; any other first part belongs to the path. */
  private static String path(String image) {
    var host = image.substring(0, Math.max(0, image.indexOf('/')));
    return host.contains(".") || host.contains(":") || host.equals("localhost")
        ? image.substring(host.length() + 1)
        : image;
  }

  /** A colon before the last slash belongs to the port of a registry; a digest has its colon after it. */
  static String tagged(String image, String version) {
    var name = image.substring(image.lastIndexOf('/') + 1);
    return name.contains(":") ? image : image + ":" + version;
  }
}
