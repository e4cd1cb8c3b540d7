package io.jaegertracing.operator.kube.rest;

import java.net.URI;
import java.util.List;

/**
 * What was asked of the API server, in the words of its authorization, and what came of it.
 *
 * @param resource with its subresource, as in "jaegers/status"; empty for what is no resource, such as the list of versions
 * @param code of the answer; 0 when there was none
 */
record Call(String verb, String resource, int code) {
  private static final int OF_THE_CORE = 2;
  private static final int OF_A_GROUP = 3;

  static Call of(String method, URI uri, int code) {
    var words = List.of(uri.getPath().replaceFirst("^/", "").split("/"));
    var start = words.get(0).equals("apis") ? OF_A_GROUP : OF_THE_CORE;
    if (!words.get(0).matches("apis?") || words.size() <= start) {
      return new Call(verb(method, uri, true), "", code);
    }
    var namespaced = words.get(start).equals("namespaces") && words.size() > start + 2;
    var object = words.subList(namespaced ? start + 2 : start, words.size());
    var resource = object.size() > 2 ? object.get(0) + "/" + object.get(2) : object.get(0);
    return new Call(verb(method, uri, object.size() > 1), resource, code);
  }

  private static String verb(String method, URI uri, boolean named) {
    return switch (method) {
      case "GET" -> isWatch(uri) ? "watch" : named ? "get" : "list";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      default -> "delete";
    };
  }

  private static boolean isWatch(URI uri) {
    return uri.getQuery() != null && uri.getQuery().matches("(.*&)?watch=(true|1)(&.*)?");
  }
}
