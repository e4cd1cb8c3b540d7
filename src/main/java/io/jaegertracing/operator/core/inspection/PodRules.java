package io.jaegertracing.operator.core.inspection;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the API server insists on in a whole Pod, beyond what it insists on in each of its objects. */
record PodRules(String kind, PodSpec pod, Findings findings) {
  private static final String DNS = ".spec.dnsConfig.";
  private static final int MOST_NAMESERVERS = 3;
  private static final int MOST_SEARCHES = 32;

  void check() {
    life();
    dns();
    if (Boolean.TRUE.equals(pod.getHostPID())
        && Boolean.TRUE.equals(pod.getShareProcessNamespace())) {
      exclude(".spec.shareProcessNamespace", "hostPID and shareProcessNamespace");
    }
    names();
    spread();
    pullSecrets();
    var rules = new ContainerRules(pod, findings);
    each(pod.getInitContainers(), ".spec.initContainers", rules::init);
    each(pod.getContainers(), ".spec.containers", rules::check);
    new HostPorts(pod, findings).check();
  }

  private interface Check {
    void of(Container container, String place);
  }

  private static void each(List<Container> containers, String list, Check check) {
    for (var i = 0; i < containers.size(); i++) {
      check.of(containers.get(i), list + "[" + i + "]");
    }
  }

  /** Whether Pods begin again is decided by what they are for. */
  private void life() {
    var policy = Optional.ofNullable(pod.getRestartPolicy());
    var forEver = List.of("Deployment", "DaemonSet").contains(kind);
    var words = forEver ? List.of("Always") : List.of("Never", "OnFailure");
    policy.ifPresent(text -> new Words(findings).word(".spec.restartPolicy", text, words));
    if (forEver && pod.getActiveDeadlineSeconds() != null) {
      exclude(".spec.activeDeadlineSeconds", kind + " and activeDeadlineSeconds");
    }
  }

  private void dns() {
    var config = Objects.requireNonNullElseGet(pod.getDnsConfig(), PodDNSConfig::new);
    if ("None".equals(pod.getDnsPolicy()) && config.getNameservers().isEmpty()) {
      findings.refuse(
          Rule.MISSING_FIELD,
          DNS + "nameservers",
          Words.quoted("nameservers"),
          "add one, or choose another dnsPolicy");
    }
    atMost(DNS + "nameservers", config.getNameservers().size(), MOST_NAMESERVERS);
    atMost(DNS + "searches", config.getSearches().size(), MOST_SEARCHES);
  }

  private void atMost(String field, int count, int most) {
    if (count > most) {
      findings.refuse(Rule.OUT_OF_RANGE, field, count + " of them", "there can be at most " + most);
    }
  }

  private void names() {
    var seen = new HashSet<String>();
    Check unique = (container, place) -> {
      if (!seen.add(container.getName())) {
        repeated(place + ".name", container.getName(), "container");
      }
    };
    each(pod.getContainers(), ".spec.containers", unique);
    each(pod.getInitContainers(), ".spec.initContainers", unique);
    var volumes = new HashSet<String>();
    for (var i = 0; i < pod.getVolumes().size(); i++) {
      var name = pod.getVolumes().get(i).getName();
      if (!volumes.add(name)) {
        repeated(".spec.volumes[" + i + "].name", name, "volume");
      }
    }
  }

  private void repeated(String field, String name, String what) {
    findings.refuse(
        Rule.BAD_VALUE,
        field,
        Words.quoted(name),
        "another " + what + " has this name; choose one of its own");
  }

  private void spread() {
    var seen = new HashSet<String>();
    var all = pod.getTopologySpreadConstraints();
    for (var i = 0; i < all.size(); i++) {
      var key = all.get(i).getTopologyKey();
      if (!seen.add(key + " " + all.get(i).getWhenUnsatisfiable())) {
        findings.refuse(
            Rule.BAD_VALUE,
            ".spec.topologySpreadConstraints[" + i + "].topologyKey",
            Words.quoted(String.valueOf(key)),
            "another constraint has this key and the same whenUnsatisfiable; keep one of them");
      }
    }
  }

  /** Older API servers join these by name. */
  private void pullSecrets() {
    var all = pod.getImagePullSecrets();
    for (var i = 0; i < all.size(); i++) {
      if (all.get(i).getName() == null) {
        findings.refuse(
            Rule.MISSING_FIELD,
            ".spec.imagePullSecrets[" + i + "].name",
            Words.quoted("name"),
            "add it");
      }
    }
  }

  private void exclude(String field, String both) {
    findings.refuse(Rule.CONTRADICTION, field, both, "keep one of them");
  }
}
