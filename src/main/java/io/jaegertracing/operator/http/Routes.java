package io.jaegertracing.operator.http;

import io.vertx.ext.web.Router;

/** Something that a server serves; mounted once per event loop. */
public interface Routes {
  void mount(Router router);
}
