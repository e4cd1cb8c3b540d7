package io.jaegertracing.operator.laws.broken.cli;

import io.vertx.ext.web.Router;

public class LoudHelper {
  static String lastWords = "";

  public static void speak(Router router) throws InterruptedException {
    lastWords = router.toString();
    System.out.println(lastWords);
    Thread.sleep(1);
    System.exit(1);
  }
}
