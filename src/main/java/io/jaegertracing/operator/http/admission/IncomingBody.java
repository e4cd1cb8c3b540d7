package io.jaegertracing.operator.http.admission;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * A body as it arrives. It takes room for what has come, not for what was announced: a client that trickles holds little. When one body is too large, or all
 * together are, the rest is read and dropped.
 */
final class IncomingBody {
  enum State {
    WHOLE,
    TOO_LARGE,
    /** Only the beginning was kept. */
    CROWDED_OUT
  }

  private static final int KEPT = 4 * 1024;

  private final HttpServerRequest request;
  private final Limits limits;
  private final Load load;
  private final Promise<IncomingBody> arrived = Promise.promise();
  private State state = State.WHOLE;
  private Buffer bytes = Buffer.buffer();
  private long received;
  private long taken;

  private IncomingBody(HttpServerRequest request, Limits limits, Load load) {
    this.request = request;
    this.limits = limits;
    this.load = load;
  }

  /** Fails when the client goes away before; then nothing has to be released. */
  static Future<IncomingBody> of(HttpServerRequest request, Limits limits, Load load) {
    var body = new IncomingBody(request, limits, load);
    request.handler(body::take);
    request.endHandler(end -> body.arrived.tryComplete(body));
    request.exceptionHandler(gone -> {
      body.release();
      body.arrived.tryFail(gone);
    });
    if (announced(request) > limits.largestBody()) {
      body.refuse();
    } else if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    return body.arrived.future();
  }

  State state() {
    return state;
  }

  byte[] bytes() {
    return bytes.getBytes();
  }

  long length() {
    return received;
  }

  /** To be called once the answer is written. */
  void release() {
    load.giveBytes(taken);
    taken = 0;
    bytes = Buffer.buffer();
  }

  private void take(Buffer chunk) {
    received += chunk.length();
    if (received > limits.largestBody()) {
      refuse();
    } else if (state == State.WHOLE && load.takeBytes(chunk.length())) {
      taken += chunk.length();
      bytes.appendBuffer(chunk);
    } else if (state != State.TOO_LARGE) {
      keepBeginning(chunk);
    }
  }

  private void keepBeginning(Buffer chunk) {
    var beginning = bytes.appendBuffer(chunk, 0, Math.min(chunk.length(), KEPT));
    beginning = beginning.getBuffer(0, Math.min(beginning.length(), KEPT));
    release();
    state = State.CROWDED_OUT;
    bytes = beginning;
  }

  /** Answered at once; who goes on sending all the same is cut off. */
  private void refuse() {
    if (state != State.TOO_LARGE) {
      release();
      state = State.TOO_LARGE;
      arrived.tryComplete(this);
    } else if (received > 2 * limits.largestBody()) {
      request.connection().close();
    }
  }

  private static long announced(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
  }
}
