package io.jaegertracing.operator.core.inject;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The table of what can be injected: the rows that are ready-made, and those of the settings. */
public record WorkloadKinds(List<WorkloadKind> rows) {
  private static final List<WorkloadKind> READY_MADE = List.of(
      WorkloadKind.lasting("apps", "v1", "deployments", "Deployment"),
      WorkloadKind.lasting("apps", "v1", "statefulsets", "StatefulSet"),
      WorkloadKind.lasting("apps", "v1", "daemonsets", "DaemonSet"),
      WorkloadKind.lasting("", "v1", "replicationcontrollers", "ReplicationController"),
      WorkloadKind.job(),
      WorkloadKind.cronJob(),
      WorkloadKind.pod(),
      WorkloadKind.lasting("argoproj.io", "v1alpha1", "rollouts", "Rollout"),
      WorkloadKind.lasting("apps.openshift.io", "v1", "deploymentconfigs", "DeploymentConfig"));

  public static final WorkloadKinds ALL = new WorkloadKinds(READY_MADE);

  public WorkloadKinds {
    rows = List.copyOf(rows);
  }

  /** A row such as {@code argoproj.io/v1alpha1/rollouts:/spec/template}; it takes the place of a ready-made one. */
  public WorkloadKinds with(String row) {
    var colon = row.indexOf(':');
    var type = row.substring(0, colon).split("/", -1);
    var resource = type[type.length - 1];
    var version = type[type.length - 2];
    var group = type.length > 2 ? type[0] : "";
    var path = Arrays.stream(row.substring(colon + 1).split("/", -1))
        .filter(step -> !step.isEmpty())
        .toList();
    var added = WorkloadKind.further(group, version, resource, singular(resource), path);
    return new WorkloadKinds(
        Stream.concat(rows.stream().filter(isOther(group, resource)), Stream.of(added))
            .toList());
  }

  /** Those that were named, by resource or kind in any case, with or without their group; all of them if none was named. */
  public WorkloadKinds only(List<String> names) {
    return names.isEmpty()
        ? this
        : new WorkloadKinds(rows.stream()
            .filter(row -> names.stream().anyMatch(name -> isCalled(row, name)))
            .toList());
  }

  /** Names that fit no row. */
  public List<String> unknown(List<String> names) {
    return names.stream()
        .filter(name -> rows.stream().noneMatch(row -> isCalled(row, name)))
        .toList();
  }

  public Optional<WorkloadKind> ofResource(String group, String resource) {
    return rows.stream()
        .filter(row -> row.group().equals(group) && row.resource().equals(resource))
        .findFirst();
  }

  public Optional<WorkloadKind> ofKind(String group, String kind) {
    return rows.stream()
        .filter(row -> row.group().equals(group) && row.kind().equalsIgnoreCase(kind))
        .findFirst();
  }

  private static boolean isCalled(WorkloadKind row, String name) {
    return Stream.of(row.resource(), row.kind())
        .flatMap(word -> Stream.of(word, word + "." + row.group()))
        .anyMatch(name::equalsIgnoreCase);
  }

  private static Predicate<WorkloadKind> isOther(String group, String resource) {
    return row -> !row.group().equals(group) || !row.resource().equals(resource);
  }

  /** Kinds are compared without case, so that the plural's letters are enough. */
  private static String singular(String resource) {
    var plural = resource.toLowerCase(Locale.ROOT);
    if (plural.endsWith("ies")) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    if (plural.matches(".*(s|x|z|ch|sh)es")) {
      return plural.substring(0, plural.length() - 2);
    }
    return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
  }
}
