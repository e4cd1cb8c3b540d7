package io.jaegertracing.operator.cli.folders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfConfigMap;
import io.jaegertracing.operator.core.admission.Lookup.OfElasticsearch;
import io.jaegertracing.operator.core.admission.Lookup.OfNamespace;
import io.jaegertracing.operator.core.admission.Lookup.OfOwner;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Instance.Rendered;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.limits.LimitRange;
import io.jaegertracing.operator.core.inject.limits.Limits;
import io.jaegertracing.operator.core.inject.limits.Quota;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.documents.Document;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents that stand for a cluster, as one value: when they change, there is a new one. Of objects that appear twice the last counts, as if they were applied in order. */
public record FolderCluster(
    List<Instance> instances,
    Map<Key, JsonNode> objects,
    Map<String, Limits> limits,
    boolean supportsNativeSidecars,
    Watched watched)
    implements Snapshot {
  private static final Logger LOG = LoggerFactory.getLogger(FolderCluster.class);
  private static final KubernetesVersion NATIVE_SIDECARS = new KubernetesVersion(1, 29);

  /** The namespace of objects that need none is empty. */
  public record Key(String apiVersion, String kind, String namespace, String name) {
    static Key of(JsonNode tree) {
      var kind = tree.path("kind").asText();
      return new Key(
          tree.path("apiVersion").asText(),
          kind,
          kind.equals("Namespace") ? "" : tree.at("/metadata/namespace").asText("default"),
          tree.at("/metadata/name").asText());
    }

    boolean isOfCore(String wanted) {
      return apiVersion.equals("v1") && kind.equals(wanted);
    }

    Key withoutNamespace() {
      return new Key(apiVersion, kind, "default", name);
    }
  }

  /** What is made of documents. */
  public record Terms(
      Watched watched, KubernetesVersion kubernetesVersion, Function<JsonNode, Instance> reader) {}

  public FolderCluster {
    instances = List.copyOf(instances);
    objects = Map.copyOf(objects);
    limits = Map.copyOf(limits);
  }

  public static FolderCluster of(List<Document> documents, Terms terms) {
    var objects = documents.stream()
        .map(Document::tree)
        .collect(Collectors.toMap(Key::of, Function.identity(), (first, last) -> last));
    var instances = objects.entrySet().stream()
        .filter(object -> isWatchedJaeger(object.getKey(), terms.watched()))
        .map(object -> terms.reader().apply(placed(object.getValue(), object.getKey())))
        .sorted(Comparator.comparing(Instance::key))
        .toList();
    return new FolderCluster(
        instances,
        objects,
        limits(objects),
        terms.kubernetesVersion().compareTo(NATIVE_SIDECARS) >= 0,
        terms.watched());
  }

  /** Jaegers that can inject nothing, in the log. */
  public void report() {
    for (var instance : instances) {
      if (instance.rendered() instanceof Rendered.Refused refused) {
        LOG.atWarn()
            .addKeyValue("jaeger", instance.key())
            .addKeyValue("reasons", refused.reasons())
            .log("this Jaeger has mistakes");
      }
    }
  }

  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return object(new Key("v1", "Namespace", "", name))
        .map(namespace -> Meta.ofNamespace(namespace.path("metadata"), watched.keys()));
  }

  @Override
  public Limits limits(String namespace) {
    return limits.getOrDefault(namespace, Limits.NONE);
  }

  public Map<Lookup, Answer> answers(Set<Lookup> asked) {
    return asked.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::answer));
  }

  private static Map<String, Limits> limits(Map<Key, JsonNode> objects) {
    var limits = new HashMap<String, Limits>();
    objects.forEach((key, object) -> {
      if (key.isOfCore("LimitRange")) {
        limits.merge(key.namespace(), Limits.NONE.with(LimitRange.of(object)), Limits::and);
      } else if (key.isOfCore("ResourceQuota")) {
        limits.merge(key.namespace(), Limits.NONE.with(Quota.of(object)), Limits::and);
      }
    });
    return limits;
  }

  private Answer answer(Lookup lookup) {
    if (lookup instanceof OfElasticsearch elasticsearch) {
      return Elasticsearches.answer(objects, elasticsearch);
    }
    if (lookup instanceof OfRight) {
      return new Answer.Unanswered("files grant no rights");
    }
    return found(lookup).<Answer>map(Answer.Found::new).orElseGet(Answer.Absent::new);
  }

  private Optional<JsonNode> found(Lookup lookup) {
    if (lookup instanceof OfNamespace namespace) {
      return object(new Key("v1", "Namespace", "", namespace.name())).map(FolderCluster::metadata);
    }
    if (lookup instanceof OfConfigMap map) {
      return object(new Key("v1", "ConfigMap", map.namespace(), map.name()))
          .map(FolderCluster::keys);
    }
    return owner((OfOwner) lookup).map(FolderCluster::metadata);
  }

  /** Files rarely name a UID; where one does, it has to be the same. Whether a kind has namespaces no file says. */
  private Optional<JsonNode> owner(OfOwner asked) {
    var key = new Key(asked.apiVersion(), asked.kind(), asked.namespace(), asked.name());
    return object(key)
        .or(() -> object(key.withoutNamespace())
            .filter(object -> object.at("/metadata/namespace").isMissingNode()))
        .filter(object -> object.at("/metadata/uid").asText(asked.uid()).equals(asked.uid()));
  }

  private Optional<JsonNode> object(Key key) {
    return Optional.ofNullable(objects.get(key));
  }

  private static boolean isWatchedJaeger(Key key, Watched watched) {
    return key.kind().equals("Jaeger")
        && key.apiVersion().startsWith("jaegertracing.io/")
        && watched.mayHave(key.namespace());
  }

  /** An API server would have filled in the namespace. */
  private static JsonNode placed(JsonNode tree, Key key) {
    var copy = tree.deepCopy();
    if (copy.path("metadata") instanceof ObjectNode metadata) {
      metadata.put("namespace", key.namespace());
    }
    return copy;
  }

  private static JsonNode metadata(JsonNode object) {
    return JsonNodeFactory.instance.objectNode().set("metadata", object.path("metadata"));
  }

  private static JsonNode keys(JsonNode configMap) {
    var found = JsonNodeFactory.instance.objectNode();
    var data = found.putObject("data");
    configMap.path("data").fieldNames().forEachRemaining(key -> data.put(key, ""));
    return found;
  }
}
