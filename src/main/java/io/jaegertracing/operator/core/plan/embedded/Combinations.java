package io.jaegertracing.operator.core.plan.embedded;

import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Values of one object that each would do, but not together. */
record Combinations(ObjectCheck object) {
  private static final List<String> PARTS = List.of("0", "1", "1m");
  private static final List<String> UNITS = List.of(
      "0", "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");
  private static final Set<String> NOTHING = Set.of("0", "0%");

  void check() {
    switch (object.type()) {
      case "AppArmorProfile", "SeccompProfile" -> profile();
      case "DeploymentStrategy" -> strategy();
      case "FCVolumeSource" -> fibre();
      case "LabelSelectorRequirement", "NodeSelectorRequirement" -> requirement();
      case "LocalObjectReference" -> secret();
      case "PersistentVolumeClaimSpec" -> claim();
      case "PodAffinityTerm" -> keysOfLabels();
      case "Probe" -> probe();
      case "ResourceFieldSelector" -> divisor();
      case "RollingUpdateDeployment" -> rollout();
      case "SecurityContext" -> privileges();
      case "Toleration" -> toleration();
      case "TopologySpreadConstraint" -> spread();
      case "VolumeMount" -> mount();
      default -> {}
    }
  }

  private boolean has(String name) {
    return !object.isMissing(name);
  }

  private boolean is(String name, String text) {
    return has(name) && object.text(name).equals(text);
  }

  private void profile() {
    var local = is("type", "Localhost");
    if (local && !has("localhostProfile")) {
      object.missing("localhostProfile");
    } else if (!local && has("type") && has("localhostProfile")) {
      object.contradiction(
          object.path() + ".localhostProfile", object.text("type") + " and localhostProfile");
    }
  }

  private void strategy() {
    if (is("type", "Recreate") && has("rollingUpdate")) {
      object.contradiction(object.path() + ".rollingUpdate", "Recreate and rollingUpdate");
    }
  }

  private void requirement() {
    var values = object.fields().get("values") instanceof Collection<?> items ? items.size() : 0;
    switch (object.text("operator")) {
      case "In", "NotIn" -> {
        if (values == 0) {
          object.missing("values");
        } else if (values > 1 && object.role(1).equals("matchFields")) {
          count("one value");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values > 0) {
          object.contradiction(object.path() + ".values", object.text("operator") + " and values");
        }
      }
      case "Gt", "Lt" -> {
        if (values != 1) {
          count("one number");
        }
      }
      default -> {}
    }
  }

  private void count(String wanted) {
    object
        .findings()
        .refuse(
            Rule.BAD_VALUE,
            object.path() + ".values",
            object.text("values"),
            object.text("operator") + " here takes exactly " + wanted);
  }

  /** Only a Pod that is to be ended needs time for it. */
  private void probe() {
    if (object.role(1).equals("readinessProbe") && has("terminationGracePeriodSeconds")) {
      object.contradiction(
          object.path() + ".terminationGracePeriodSeconds",
          "readinessProbe and terminationGracePeriodSeconds");
    }
  }

  private void rollout() {
    if (NOTHING.contains(object.text("maxSurge"))
        && NOTHING.contains(object.text("maxUnavailable"))) {
      object
          .findings()
          .refuse(
              Rule.OUT_OF_RANGE,
              object.path() + ".maxUnavailable",
              object.text("maxUnavailable"),
              "maxSurge is 0, too, so that no Pod could ever be replaced; raise one of them");
    }
  }

  private void privileges() {
    if (is("allowPrivilegeEscalation", "false")
        && (is("privileged", "true") || object.text("capabilities").contains("CAP_SYS_ADMIN"))) {
      object.contradiction(
          object.path() + ".allowPrivilegeEscalation",
          "allowPrivilegeEscalation: false and "
              + (is("privileged", "true") ? "privileged: true" : "CAP_SYS_ADMIN"));
    }
  }

  /** Without a key every taint is borne, which has to be said. */
  private void toleration() {
    if (!has("key") && !is("operator", "Exists")) {
      object.missing("key", "add it, or write operator: Exists to bear every taint");
    }
    if (is("operator", "Exists") && has("value") && !is("value", "")) {
      object.contradiction(object.path() + ".value", "Exists and value");
    }
    if (has("tolerationSeconds") && !is("effect", "NoExecute")) {
      object.contradiction(
          object.path() + ".tolerationSeconds",
          "tolerationSeconds and "
              + (has("effect") ? "effect " + object.text("effect") : "no effect NoExecute"));
    }
  }

  /** Most may be without a name, as if they were not there. */
  private void secret() {
    var role = object.role(1);
    if (!has("name")
        && (role.equals("nodePublishSecretRef")
            || (role.equals("secretRef") && object.role(2).equals("cinder")))) {
      object.missing("name");
    }
  }

  /** A share of the storage of others has a size, and who has it alone shares it with nobody. */
  private void claim() {
    var alone = "ReadWriteOncePod";
    if (object.fields().get("accessModes") instanceof List<?> modes
        && modes.size() > 1
        && modes.contains(alone)) {
      object.contradiction(object.path() + ".accessModes", alone + " and other access modes");
    }
    if (object.fields().get("resources") instanceof VolumeResourceRequirements resources
        && (resources.getRequests() == null || !resources.getRequests().containsKey("storage"))) {
      object.missing("resources.requests.storage");
    }
  }

  /** They narrow a selector, so that there has to be one. */
  private void keysOfLabels() {
    if ((has("matchLabelKeys") || has("mismatchLabelKeys")) && !has("labelSelector")) {
      object.missing("labelSelector");
    }
  }

  private void fibre() {
    if (has("targetWWNs") && !has("lun")) {
      object.missing("lun");
    }
  }

  private void divisor() {
    var cpu = object.text("resource").endsWith(".cpu");
    if (has("divisor")) {
      new Words(object.findings())
          .word(object.path() + ".divisor", object.text("divisor"), cpu ? PARTS : UNITS);
    }
  }

  private void mount() {
    if (!is("recursiveReadOnly", "Enabled") && !is("recursiveReadOnly", "IfPossible")) {
      return;
    }
    var field = object.path() + ".recursiveReadOnly";
    var what = "recursiveReadOnly: " + object.text("recursiveReadOnly");
    if (!is("readOnly", "true")) {
      object.missing("readOnly", "write readOnly: true, or leave recursiveReadOnly out");
    } else if (has("mountPropagation") && !is("mountPropagation", "None")) {
      object.contradiction(field, what + " and mountPropagation");
    }
  }

  private void spread() {
    if (has("minDomains") && is("whenUnsatisfiable", "ScheduleAnyway")) {
      object.contradiction(object.path() + ".minDomains", "minDomains and ScheduleAnyway");
    }
  }
}
