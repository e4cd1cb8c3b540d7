package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.scope.LabelSelector;
import io.jaegertracing.operator.kube.rest.Shape;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Objects of one kind, everywhere or in one place, and how they are read.
 *
 * @param what as it reads after "to read"
 * @param path of the collection
 * @param selector which of them
 * @param pageSize how many come with one answer: large objects need small pages
 * @param needed whether to wait until it can be read; without one that is not, less is known, and all else works
 * @param excuses answers that may be final, by code, with what they mean: nothing is known then, and all else works
 */
record Source(
    String what,
    String path,
    Selector selector,
    boolean metadataOnly,
    int pageSize,
    boolean needed,
    Map<Integer, String> excuses) {

  /** Which objects of a collection, as a query says it. */
  record Selector(String query) {
    static final Selector ALL = new Selector("");

    static Selector named(String name) {
      return new Selector("&fieldSelector=" + encoded("metadata.name=" + name));
    }

    static Selector matching(LabelSelector labels) {
      return new Selector("&labelSelector=" + encoded(labels.text()));
    }

    static Selector labelled(String key, String value) {
      return new Selector("&labelSelector=" + encoded(key + "=" + value));
    }
  }

  Source {
    excuses = Map.copyOf(excuses);
  }

  String page(String continued) {
    var token = continued.isEmpty() ? "" : "&continue=" + encoded(continued);
    return path + "?limit=" + pageSize + selector.query() + token;
  }

  String changesSince(String version, long seconds) {
    return path + "?watch=true&allowWatchBookmarks=true&resourceVersion=" + encoded(version)
        + "&timeoutSeconds=" + seconds + selector.query();
  }

  Shape shapeOfPage() {
    return metadataOnly ? Shape.METADATA_OF_LIST : Shape.WHOLE;
  }

  Shape shapeOfChange() {
    return metadataOnly ? Shape.METADATA : Shape.WHOLE;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
