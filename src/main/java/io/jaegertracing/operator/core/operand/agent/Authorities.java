package io.jaegertracing.operator.core.operand.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Instance.Rendered.Ready;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.operand.Authority;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which ConfigMaps with the authorities of OpenShift sidecars need beside workloads in the namespaces of others, as long as these Jaegers are all there are. */
public record Authorities(List<Instance> instances) {
  private static final String OPERATOR = "jaeger-operator";
  private static final Set<String> COMPONENTS = Arrays.stream(Authority.values())
      .map(Authority::component)
      .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> ENDS = Set.of("Complete", "Failed");

  /** What {@link #isOurs} looks for, as a selector of the API server. */
  public static final String SELECTOR = Wellknown.APP_MANAGED_BY + "=" + OPERATOR + ","
      + Wellknown.APP_COMPONENT
      + COMPONENTS.stream().sorted().collect(Collectors.joining(",", " in (", ")"));

  public Authorities {
    instances = List.copyOf(instances);
  }

  /**
   * Those that the sidecar mounts and that nobody else makes: where the Jaeger itself is, or another one of its name, they come with that one.
   *
   * @param jaeger {@code namespace/name}
   */
  public List<ConfigMap> lent(String jaeger, String namespace) {
    return instances.stream()
        .filter(lender -> lender.key().equals(jaeger) && lender.rendered() instanceof Ready)
        .flatMap(lender -> Arrays.stream(Authority.values())
            .filter(authority -> mounts(lender, authority.name(lender.name())))
            .filter(authority -> !isAtHome(authority.name(lender.name()), namespace))
            .map(authority ->
                authority.lent(new Owner(lender.name(), lender.namespace(), ""), namespace)))
        .toList();
  }

  /** Whether we, or the Go operator, made it for a sidecar; what has an owner was made for that one. */
  public static boolean isOurs(Meta configMap) {
    var labels = configMap.labels();
    return configMap.owners().isEmpty()
        && OPERATOR.equals(labels.get(Wellknown.APP_MANAGED_BY))
        && COMPONENTS.contains(labels.getOrDefault(Wellknown.APP_COMPONENT, ""));
  }

  /** Whether it has nothing to gain from being written again. Of two Jaegers of one name it may name either. */
  public static boolean isAsWanted(Meta configMap, ConfigMap wanted) {
    return has(configMap.labels(), wanted.getMetadata().getLabels())
        && wanted.getMetadata().getAnnotations().entrySet().stream()
            .allMatch(entry -> entry.getKey().equals(Wellknown.LENT_BY)
                ? configMap.annotations().containsKey(entry.getKey())
                : entry.getValue().equals(configMap.annotations().get(entry.getKey())));
  }

  /** The Jaeger, as {@code namespace/name}, that it was made for and that is not there any more, nor another one that needs it. */
  public Optional<String> goneLender(Meta configMap) {
    return Optional.of(configMap)
        .filter(Authorities::isOurs)
        .map(map -> map.annotations().getOrDefault(Wellknown.LENT_BY, ""))
        .filter(lender -> !lender.isEmpty())
        .filter(lender -> instances.stream()
            .noneMatch(other -> other.key().equals(lender) || mayMount(other, configMap.name())));
  }

  /** Whether Pods of a workload may still mount it. Any name in their template counts, to be on the safe side. */
  public static boolean isMounted(WorkloadKind kind, JsonNode live, String configMap) {
    return !isFinished(live)
        && kind.templatePath().in(live).findValuesAsText("name").contains(configMap);
  }

  /** A Job that starts no Pod any more. */
  private static boolean isFinished(JsonNode live) {
    return StreamSupport.stream(live.at("/status/conditions").spliterator(), false)
        .anyMatch(condition -> ENDS.contains(condition.path("type").asText())
            && condition.path("status").asText().equals("True"));
  }

  private boolean isAtHome(String configMap, String namespace) {
    return instances.stream()
        .anyMatch(other -> other.namespace().equals(namespace) && mayMount(other, configMap));
  }

  /** What a Jaeger that cannot be understood mounts is not known. */
  private static boolean mayMount(Instance instance, String configMap) {
    return instance.rendered() instanceof Ready
        ? mounts(instance, configMap)
        : Arrays.stream(Authority.values())
            .anyMatch(authority -> authority.name(instance.name()).equals(configMap));
  }

  private static boolean mounts(Instance instance, String configMap) {
    return instance.rendered() instanceof Ready ready
        && StreamSupport.stream(ready.template().volumes().spliterator(), false)
            .anyMatch(volume -> volume.at("/configMap/name").asText().equals(configMap));
  }

  private static boolean has(Map<String, String> all, Map<String, String> some) {
    return all.entrySet().containsAll(some.entrySet());
  }
}
