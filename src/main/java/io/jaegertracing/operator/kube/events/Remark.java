package io.jaegertracing.operator.kube.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Reason.Shown;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an Event says, before anything was asked of the cluster. */
record Remark(Regarding regarding, String action, String reason, boolean warning, String note) {
  private static final int LONGEST_NOTE = 1024;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-.a-z0-9]*[a-z0-9])?");
  private static final Pattern PATH = Pattern.compile("(/[a-z0-9]([-.a-z0-9]*[a-z0-9])?)*");

  /**
   * The object that people will look at.
   *
   * @param path where it is; empty when its uid is known
   */
  record Regarding(
      String apiVersion, String kind, String namespace, String name, String uid, String path) {
    /** One of the same name may follow it. */
    String text() {
      return apiVersion + "/" + kind + " " + namespace + "/" + name + " " + uid;
    }
  }

  /** Empty when there is nothing to say, or nobody to say it about. */
  static Optional<Remark> of(Review review, Verdict verdict) {
    return verdict
        .finding()
        .filter(finding -> verdict.shown() != Shown.RECORD && !review.dryRun())
        .flatMap(finding -> regarding(review).map(object -> of(finding, object)));
  }

  /** About an object as it was read. */
  static Remark of(JsonNode object, String action, String reason, boolean warning, String note) {
    var metadata = object.path("metadata");
    return new Remark(
        new Regarding(
            object.path("apiVersion").asText(),
            object.path("kind").asText(),
            metadata.path("namespace").asText(),
            metadata.path("name").asText(),
            metadata.path("uid").asText(),
            ""),
        action,
        reason,
        warning,
        cut(note));
  }

  /** Two of the same are one. */
  String text() {
    return topic() + " " + note;
  }

  String topic() {
    return regarding.text() + " " + reason;
  }

  private static Remark of(Finding finding, Regarding regarding) {
    return new Remark(
        regarding,
        "Inject",
        camelCase(finding.reason().code()),
        finding.reason().isWarning(),
        cut(finding.text()));
  }

  private static Optional<Regarding> regarding(Review review) {
    if (!review.subResource().isEmpty()) {
      return Optional.empty();
    }
    var metadata = review.object().map(object -> object.path("metadata"));
    var name = review.name().isEmpty()
        ? metadata.map(data -> data.path("name").asText()).orElse("")
        : review.name();
    var regarding = name.isEmpty()
        ? metadata.flatMap(data -> owner(review.namespace(), data))
        : Optional.of(itself(review, name, uid(review)));
    return regarding.filter(Remark::canBeAsked);
  }

  /** Anybody who reaches the webhook may ask: what is written in their words must not lead to another place. */
  private static boolean canBeAsked(Regarding regarding) {
    return NAME.matcher(regarding.namespace()).matches()
        && NAME.matcher(regarding.name()).matches()
        && PATH.matcher(regarding.path()).matches();
  }

  private static Regarding itself(Review review, String name, String uid) {
    var kind = review.kind();
    var resource = review.resource();
    var path = prefix(resource.group(), resource.version()) + "/namespaces/" + review.namespace()
        + "/" + resource.resource() + "/" + name;
    return new Regarding(
        kind.group().isEmpty() ? kind.version() : kind.group() + "/" + kind.version(),
        kind.kind(),
        review.namespace(),
        name,
        uid,
        uid.isEmpty() ? path : "");
  }

  /** A Pod that gets its name only now: people look at what made it. */
  private static Optional<Regarding> owner(String namespace, JsonNode metadata) {
    return Meta.of(metadata)
        .controller()
        .map(owner -> new Regarding(
            owner.apiVersion(), owner.kind(), namespace, owner.name(), owner.uid(), ""));
  }

  /** The new object of a creation has one, too, but it is not the one that will be stored. */
  private static String uid(Review review) {
    return review.oldObject().map(object -> object.at("/metadata/uid").asText()).orElse("");
  }

  private static String prefix(String group, String version) {
    return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
  }

  private static String camelCase(String code) {
    return Arrays.stream(code.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** An API server counts bytes. */
  private static String cut(String note) {
    var bytes = 0;
    for (var at = 0; at < note.length(); at += Character.charCount(note.codePointAt(at))) {
      bytes += utf8Length(note.codePointAt(at));
      if (bytes > LONGEST_NOTE) {
        return note.substring(0, at);
      }
    }
    return note;
  }

  private static int utf8Length(int rune) {
    if (rune < 0x80) {
      return 1;
    }
    if (rune < 0x800) {
      return 2;
    }
    return rune < 0x10000 ? 3 : 4;
  }
}
