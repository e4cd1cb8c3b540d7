package io.jaegertracing.operator.core.validation;

import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.reading.FlagReader;
import java.util.Optional;

/** What a Jaeger expects to exist already. */
final class References {
  private References() {}

  /** The Elasticsearch in its own namespace that somebody else provisions. */
  static Optional<String> elasticsearch(JaegerSpec spec) {
    var storage = spec.storage;
    if (storage == null
        || storage.elasticsearch == null
        || !Boolean.TRUE.equals(storage.elasticsearch.doNotProvision)
        || !Storage.Type.ELASTICSEARCH.word().equals(storage.type)
        || FlagReader.read(storage.options).has("es.server-urls")) {
      return Optional.empty();
    }
    return Optional.ofNullable(storage.elasticsearch.name)
        .filter(name -> !name.isEmpty())
        .or(() -> Optional.of("elasticsearch"));
  }
}
