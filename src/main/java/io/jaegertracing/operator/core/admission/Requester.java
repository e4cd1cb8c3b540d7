package io.jaegertracing.operator.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who sent what is reviewed, as the API server knows them. */
public record Requester(
    String name, String uid, List<String> groups, SortedMap<String, List<String>> extra) {
  public static final Requester NOBODY = new Requester("", "", List.of(), new TreeMap<>());

  public Requester {
    groups = List.copyOf(groups);
    extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra));
  }

  static Requester of(JsonNode userInfo) {
    var extra = new TreeMap<String, List<String>>();
    userInfo
        .path("extra")
        .properties()
        .forEach(entry -> extra.put(entry.getKey(), texts(entry.getValue())));
    return new Requester(
        userInfo.path("username").asText(),
        userInfo.path("uid").asText(),
        texts(userInfo.path("groups")),
        extra);
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
