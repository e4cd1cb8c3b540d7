package io.jaegertracing.operator.core.inject.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The Pod Security level that a namespace enforces: what it forbids a sidecar, and what it wants one to say. */
public enum PodSecurity {
  PRIVILEGED,
  BASELINE,
  RESTRICTED;

  private static final String LABEL = "pod-security.kubernetes.io/enforce";
  private static final Set<String> BASELINE_CAPABILITIES = Set.of(
      "AUDIT_WRITE",
      "CHOWN",
      "DAC_OVERRIDE",
      "FOWNER",
      "FSETID",
      "KILL",
      "MKNOD",
      "NET_BIND_SERVICE",
      "SETFCAP",
      "SETGID",
      "SETPCAP",
      "SETUID",
      "SYS_CHROOT");
  private static final Set<String> RESTRICTED_VOLUMES = Set.of(
      "configMap",
      "csi",
      "downwardAPI",
      "emptyDir",
      "ephemeral",
      "persistentVolumeClaim",
      "projected",
      "secret");
  private static final Set<String> SAFE_PROFILES = Set.of("RuntimeDefault", "Localhost");
  private static final Set<String> CONTAINER_TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

  public static PodSecurity of(Meta namespace) {
    return switch (namespace.labels().getOrDefault(LABEL, "")) {
      case "baseline" -> BASELINE;
      case "restricted" -> RESTRICTED;
      default -> PRIVILEGED;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fields of the Jaeger that its sidecar may not have here. */
  List<String> objections(AgentTemplate template) {
    var objections = new ArrayList<String>();
    if (this != PRIVILEGED) {
      var context = template.container().path("securityContext");
      baseline(context, objections);
      volumes(template, objections);
      if (this == RESTRICTED) {
        restricted(context, objections);
      }
    }
    return objections;
  }

  /** The container with what the level wants to be said, where the Jaeger says nothing. */
  public ObjectNode harden(ObjectNode container) {
    if (this != RESTRICTED) {
      return container;
    }
    var context = container.path("securityContext") instanceof ObjectNode given
        ? given.deepCopy()
        : JsonNodeFactory.instance.objectNode();
    setIfAbsent(context, "allowPrivilegeEscalation", JsonNodeFactory.instance.booleanNode(false));
    setIfAbsent(context, "runAsNonRoot", JsonNodeFactory.instance.booleanNode(true));
    if (context.path("seccompProfile").path("type").asText().isEmpty()) {
      context.putObject("seccompProfile").put("type", "RuntimeDefault");
    }
    if (!drops(context)) {
      var capabilities = context.path("capabilities") instanceof ObjectNode given
          ? given
          : context.putObject("capabilities");
      capabilities.putArray("drop").add("ALL");
    }
    return container.deepCopy().set("securityContext", context);
  }

  private static void baseline(JsonNode context, List<String> objections) {
    if (context.path("privileged").asBoolean()) {
      objections.add("sidecarSecurityContext.privileged");
    }
    for (var capability : context.path("capabilities").path("add")) {
      if (!BASELINE_CAPABILITIES.contains(capability.asText())) {
        objections.add("sidecarSecurityContext.capabilities.add " + capability.asText());
      }
    }
    if (context.path("seccompProfile").path("type").asText().equals("Unconfined")) {
      objections.add("sidecarSecurityContext.seccompProfile.type Unconfined");
    }
    if (!context.path("procMount").asText("Default").equals("Default")) {
      objections.add("sidecarSecurityContext.procMount");
    }
    if (context.path("windowsOptions").path("hostProcess").asBoolean()) {
      objections.add("sidecarSecurityContext.windowsOptions.hostProcess");
    }
    systemLabels(context, objections);
  }

  /** What SELinux and AppArmor are told. */
  private static void systemLabels(JsonNode context, List<String> objections) {
    var labels = context.path("seLinuxOptions");
    if (!CONTAINER_TYPES.contains(labels.path("type").asText())) {
      objections.add(
          "sidecarSecurityContext.seLinuxOptions.type " + labels.path("type").asText());
    }
    for (var field : List.of("user", "role")) {
      if (!labels.path(field).asText().isEmpty()) {
        objections.add("sidecarSecurityContext.seLinuxOptions." + field);
      }
    }
    var profile = context.path("appArmorProfile").path("type").asText();
    if (!profile.isEmpty() && !SAFE_PROFILES.contains(profile)) {
      objections.add("sidecarSecurityContext.appArmorProfile.type " + profile);
    }
  }

  private static void restricted(JsonNode context, List<String> objections) {
    if (context.path("allowPrivilegeEscalation").asBoolean(false)) {
      objections.add("sidecarSecurityContext.allowPrivilegeEscalation");
    }
    if (!context.path("runAsNonRoot").asBoolean(true)) {
      objections.add("sidecarSecurityContext.runAsNonRoot false");
    }
    if (context.path("runAsUser").isNumber() && context.path("runAsUser").asLong() == 0) {
      objections.add("sidecarSecurityContext.runAsUser 0");
    }
    var seccomp = context.path("seccompProfile").path("type").asText();
    if (!seccomp.isEmpty() && !seccomp.equals("Unconfined") && !SAFE_PROFILES.contains(seccomp)) {
      objections.add("sidecarSecurityContext.seccompProfile.type " + seccomp);
    }
    for (var capability : context.path("capabilities").path("add")) {
      var name = capability.asText();
      if (!name.equals("NET_BIND_SERVICE") && BASELINE_CAPABILITIES.contains(name)) {
        objections.add("sidecarSecurityContext.capabilities.add " + name);
      }
    }
  }

  private void volumes(AgentTemplate template, List<String> objections) {
    for (var volume : template.volumes()) {
      for (var field : volume.properties()) {
        var isForbidden = this == RESTRICTED
            ? !field.getKey().equals("name") && !RESTRICTED_VOLUMES.contains(field.getKey())
            : field.getKey().equals("hostPath");
        if (isForbidden) {
          objections.add(
              "the " + field.getKey() + " volume " + volume.path("name").asText());
        }
      }
    }
  }

  private static boolean drops(JsonNode context) {
    for (var capability : context.path("capabilities").path("drop")) {
      if (capability.asText().equals("ALL")) {
        return true;
      }
    }
    return false;
  }

  private static void setIfAbsent(ObjectNode context, String field, JsonNode value) {
    if (context.path(field).isMissingNode() || context.path(field).isNull()) {
      context.set(field, value);
    }
  }
}
