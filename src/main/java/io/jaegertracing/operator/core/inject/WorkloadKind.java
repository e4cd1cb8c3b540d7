package io.jaegertracing.operator.core.inject;

import io.jaegertracing.operator.core.edit.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One row of the table of what can be injected.
 *
 * @param resource the plural, as in rules of webhooks
 * @param template the fields that lead to the pod template; a Pod is its own
 * @param operations those at which the template may still be changed
 */
public record WorkloadKind(
    String group,
    String version,
    String resource,
    String kind,
    List<String> template,
    Set<String> operations,
    boolean finishes) {
  private static final Set<String> ALWAYS = Set.of("CREATE", "UPDATE");
  private static final Set<String> ONCE = Set.of("CREATE");

  public WorkloadKind {
    template = List.copyOf(template);
    operations = Set.copyOf(operations);
  }

  static WorkloadKind lasting(String group, String version, String resource, String kind) {
    return further(group, version, resource, kind, List.of("spec", "template"));
  }

  /** Its Pods end by themselves, and its template can never be changed. */
  static WorkloadKind job() {
    return new WorkloadKind("batch", "v1", "jobs", "Job", List.of("spec", "template"), ONCE, true);
  }

  static WorkloadKind cronJob() {
    var template = List.of("spec", "jobTemplate", "spec", "template");
    return new WorkloadKind("batch", "v1", "cronjobs", "CronJob", template, ALWAYS, true);
  }

  static WorkloadKind pod() {
    return new WorkloadKind("", "v1", "pods", "Pod", List.of(), ONCE, false);
  }

  static WorkloadKind further(
      String group, String version, String resource, String kind, List<String> template) {
    return new WorkloadKind(group, version, resource, kind, template, ALWAYS, false);
  }

  public boolean isPod() {
    return group.isEmpty() && resource.equals("pods");
  }

  /** The Go operator injected nothing else. */
  public boolean isDeployment() {
    return group.equals("apps") && resource.equals("deployments");
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  public Path templatePath() {
    return Path.of(template);
  }

  public Path podPath() {
    return templatePath().field("spec");
  }

  /** The agent's tag that holds the workload's name. */
  public static String tag(String kind) {
    return kind.toLowerCase(Locale.ROOT) + ".name";
  }
}
