package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration of the user interface: what the user wrote, and what follows from the rest of the resource. */
record UiReader(Optional<String> documentationUrl, boolean logsOut, Findings findings) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Empty when there is nothing to configure. */
  Optional<JsonNode> read(JaegerSpec spec, Storage storage) {
    var written =
        spec.ui == null || spec.ui.options == null ? JSON.nullNode() : spec.ui.options.tree();
    var options = written.isObject() ? (ObjectNode) written.deepCopy() : JSON.objectNode();
    archive(options, storage);
    dependencies(options, storage, spec);
    expectList(options.path("menu"));
    documentationUrl.ifPresent(url -> documentation(options, url));
    if (logsOut) {
      logOut(options);
    }
    if (!options.isEmpty()) {
      return Optional.of(options.equals(written) ? options : BrowserNumbers.of(options));
    }
    return written.isArray() ? Optional.of(written) : Optional.empty();
  }

  private static void archive(ObjectNode options, Storage storage) {
    var archives = Stream.of("es", "cassandra", "grpc-storage")
        .anyMatch(prefix -> storage.flags().isTrue(prefix + "-archive.enabled"));
    if (archives && !options.has("archiveEnabled")) {
      options.put("archiveEnabled", true);
    }
  }

  /** Without a job that computes dependencies the tab would stay empty. */
  private static void dependencies(ObjectNode options, Storage storage, JaegerSpec spec) {
    if (storage.type() == Storage.Type.MEMORY
        || storage.dependencies().isPresent()
        || wantsDependencies(spec)) {
      return;
    }
    var tab = options.path("dependencies");
    if (tab.isMissingNode()) {
      options.putObject("dependencies").put("menuEnabled", false);
    } else if (tab instanceof ObjectNode map && !map.has("menuEnabled")) {
      map.put("menuEnabled", false);
    }
  }

  private static boolean wantsDependencies(JaegerSpec spec) {
    return spec.storage != null
        && spec.storage.dependencies != null
        && Boolean.TRUE.equals(spec.storage.dependencies.enabled);
  }

  private void expectList(JsonNode menu) {
    if (!menu.isMissingNode() && !menu.isArray()) {
      findings.refuse(Rule.BAD_MENU, "spec.ui.options.menu", menu, "the menu is a list of entries");
    }
  }

  private static void documentation(ObjectNode options, String url) {
    var about = JSON.objectNode().put("label", "About");
    about.putArray("items").addObject().put("label", "Documentation").put("url", url);
    if (!options.has("menu")) {
      options.putArray("menu").add(about);
    } else if (options.get("menu") instanceof ArrayNode menu) {
      aboutEntry(menu).ifPresent(index -> menu.set(index, about));
    }
  }

  /** The first About entry that links the documentation; an entry that nobody understands ends the search. */
  private static Optional<Integer> aboutEntry(ArrayNode menu) {
    for (var index = 0; index < menu.size(); index++) {
      if (!menu.get(index).isObject()) {
        return Optional.empty();
      }
      if (menu.get(index).path("label").asText().equals("About")) {
        var items = menu.get(index).path("items");
        if (!items.isArray()) {
          return Optional.empty();
        }
        for (var item : items) {
          if (!item.isObject()) {
            return Optional.empty();
          }
          if (item.path("label").asText().equals("Documentation")) {
            return Optional.of(index);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static void logOut(ObjectNode options) {
    var menu = options.has("menu") ? options.get("menu") : options.putArray("menu");
    if (!(menu instanceof ArrayNode entries)) {
      return;
    }
    for (var entry : entries) {
      if (!entry.isObject() || entry.path("url").asText().contains("/oauth/sign_in")) {
        return;
      }
    }
    entries
        .addObject()
        .put("label", "Log Out")
        .put("url", "/oauth/sign_in")
        .put("anchorTarget", "_self");
  }
}
