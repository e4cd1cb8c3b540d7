package io.jaegertracing.operator.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Short texts for what goes wrong: nothing of the request, of the program or of its stack is ever in them. */
final class PlainAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(PlainAnswers.class);

  private static final Map<Integer, String> TEXTS = Map.of(
      400, "bad request",
      404, "nothing is served at this path",
      405, "this path does not answer to this method",
      406, "this path does not answer in that content type",
      413, "the body is too large",
      415, "this path does not read that content type",
      500, "internal error",
      503, "too much is asked at once");

  private PlainAnswers() {}

  static void mount(Router router) {
    TEXTS.forEach(
        (status, text) -> router.errorHandler(status, context -> refuse(context, status, text)));
  }

  private static void refuse(RoutingContext context, int status, String text) {
    if (context.failure() != null && status >= 500) {
      LOG.atError()
          .addKeyValue("path", context.normalizedPath())
          .setCause(context.failure())
          .log("request failed");
    }
    if (!context.response().ended()) {
      answer(context, status, text);
    }
  }

  static void answer(RoutingContext context, int status, String text) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(text + "\n");
  }
}
