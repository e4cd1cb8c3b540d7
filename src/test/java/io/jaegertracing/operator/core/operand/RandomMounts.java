package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.support.Seeded;

/** Volumes and their mounts, which make sense together only. */
record RandomMounts(Seeded random, String name, RandomValues values) {
  private static final String VOLUMES = "volumes";
  private static final String MOUNTS = "volumeMounts";

  static boolean isDrawnTogether(Class<?> type) {
    return type == Volume.class || type == VolumeMount.class;
  }

  ObjectNode into(ObjectNode component) {
    if (component.has(VOLUMES) || component.has(MOUNTS)) {
      var volumes = component.putArray(VOLUMES);
      var mounts = component.putArray(MOUNTS);
      for (var some = random.below(3); some > 0; some--) {
        var volume = volume();
        volumes.addObject().put("name", volume).putObject("emptyDir");
        mounts.addObject().put("name", values.isOdd() ? "absent" : volume).put("mountPath", path());
      }
      if (values.isOdd()) {
        odd(random.chance(50) ? volumes : mounts);
      }
    }
    return component;
  }

  private void odd(ArrayNode list) {
    list.add(RandomValues.tree(
        random.word("null", "{}", "{'name': 'data'}", "{'name': null}", "{'mountPath': '/lost'}")));
  }

  private String volume() {
    return random.chance(85)
        ? random.word("data", "cache", "keys")
        : random.word(
            "certs",
            "plugin-volume",
            ours("", "-trusted-ca"),
            ours("", "-service-ca"),
            ours("kafkauser-", ""),
            ours("", "-ui-configuration-volume"),
            ours("", "-ui-cookie"));
  }

  private String ours(String prefix, String suffix) {
    return Names.dns(prefix + name, suffix);
  }

  private String path() {
    return random.chance(80)
        ? "/" + random.word("data", "cache", "keys", "more", "most")
        : random.word(
            "/certs",
            "/plugin",
            "/etc/config",
            "/etc/tls-config",
            "/etc/jaeger/sampling",
            "/etc/tls/private",
            "/var/run/secrets/" + name,
            Wiring.TRUSTED_CA_FOLDER,
            Wiring.SERVICE_CA_FOLDER);
  }
}
