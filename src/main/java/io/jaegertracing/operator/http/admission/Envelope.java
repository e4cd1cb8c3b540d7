package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.json.LiteralModule;
import io.jaegertracing.operator.core.admission.Review;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Finds the review in a body, or in as much of it as was kept. */
final class Envelope {
  /** Trees are read and compared level by level, on the small stacks of the event loops; no object of Kubernetes comes near it. */
  private static final int DEEPEST = 250;

  private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .addModule(new LiteralModule())
      .build();

  /** What API servers write before the object, and what an answer or a log line needs. */
  private static final Set<String> KEPT = Set.of(
      "/apiVersion",
      "/kind",
      "/request/uid",
      "/request/operation",
      "/request/namespace",
      "/request/name",
      "/request/kind/group",
      "/request/kind/version",
      "/request/kind/kind");

  private Envelope() {}

  /** Empty for whatever is no review, valid JSON or not. */
  static Optional<Review> whole(byte[] body) {
    try {
      return Review.of(JSON.readTree(body));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** From the beginning of a body, without the objects. Whether it is a dry run stands behind them: it counts as one. */
  static Optional<Review> beginning(byte[] head) {
    var review = JSON.createObjectNode();
    review.putObject("request").put("dryRun", true).putObject("kind");
    try (var parser = JSON.createParser(head)) {
      while (parser.nextToken() != null) {
        var pointer = parser.getParsingContext().pathAsPointer();
        if (parser.currentToken() == JsonToken.VALUE_STRING && KEPT.contains(pointer.toString())) {
          ((ObjectNode) review.at(pointer.head()))
              .put(pointer.last().getMatchingProperty(), parser.getText());
        }
      }
    } catch (IOException endOfWhatWasKept) {
      return Review.of(review);
    }
    return Review.of(review);
  }
}
