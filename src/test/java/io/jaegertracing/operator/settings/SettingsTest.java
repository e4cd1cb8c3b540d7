package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.plan.Images.Component;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.logging.LogLevel;
import io.jaegertracing.operator.settings.Settings.Platform.Flavour;
import io.jaegertracing.operator.settings.Settings.Platform.ImageStream;
import io.jaegertracing.operator.settings.Settings.Provisioning.Documentation;
import io.jaegertracing.operator.settings.Settings.Provisioning.Wish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static io.jaegertracing.operator.settings.Sample.mistakes;
import static io.jaegertracing.operator.settings.Sample.settings;
import static io.jaegertracing.operator.settings.Sample.warnings;
import static org.assertj.core.api.Assertions.assertThat;

class SettingsTest {
  private static final List<String> NO_FLAGS = List.of();
  private static final Map<String, String> NO_VARIABLES = Map.of();

  @Test
  void startListensToTheWorldAndStandaloneToItself() {
    var start = settings(Verb.START, NO_FLAGS, NO_VARIABLES);
    var standalone = settings(Verb.STANDALONE, NO_FLAGS, Map.of("HOME", "/nowhere"));
    assertThat(start.webhook().address()).hasToString("0.0.0.0:9443");
    assertThat(start.webhook().certificates())
        .isEqualTo(Path.of("/tmp/k8s-webhook-server/serving-certs"));
    assertThat(start.webhook().drainDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(start.operations().probes()).contains(new Address("0.0.0.0", 8081));
    assertThat(standalone.webhook().address()).hasToString("127.0.0.1:9443");
    assertThat(standalone.operations().http()).contains(new Address("127.0.0.1", 8080));
    assertThat(standalone.webhook().drainDelay()).isZero();
    assertThat(standalone.webhook().certificates())
        .isIn(Path.of("certs-dev"), Path.of("/nowhere/.cache/jaeger-operator/certs-dev"));
    assertThat(standalone.files().resources()).containsExactly(Path.of("manifests/samples"));
  }

  @Test
  void ofARepeatedFlagTheLastCountsAndARepeatableOneCollects() {
    var all = settings(
        Verb.STANDALONE,
        List.of(
            "--jaeger-version",
            "1",
            "--jaeger-version=2",
            "--resources=a",
            "--resources",
            "b",
            "--inject-kinds=Job, Pod",
            "--inject-kinds=CronJob"),
        NO_VARIABLES);
    assertThat(all.images().jaegerVersion()).isEqualTo("2");
    assertThat(all.files().resources()).containsExactly(Path.of("a"), Path.of("b"));
    assertThat(all.injection().kinds()).containsExactly("Job", "Pod", "CronJob");
  }

  @Test
  void theServerKnowsItsVersionBest() {
    var given =
        settings(Verb.START, NO_FLAGS, NO_VARIABLES).on(Flavour.OPENSHIFT).servedBy("v1.31.4+k3s1");
    assertThat(given.platform().kubernetesVersion()).hasToString("1.31");
    assertThat(given.platform().flavour()).isEqualTo(Flavour.OPENSHIFT);
    assertThat(given.servedBy("unheard of").platform().kubernetesVersion()).hasToString("1.31");
  }

  @Test
  void entriesOfABatchWinOverTheCallAroundThem() {
    var call = new Given(
        List.of(
            "generate",
            "--jaeger-version",
            "1.65.0",
            "--platform=openshift",
            "--batch-in=in",
            "--batch-out=out"),
        Map.of("RELATED_IMAGE_JAEGER_QUERY", "call/query", "HTTP_PROXY", "http://p:1"));
    var entry = call.and(
        List.of("--jaeger-version=9.9.9", "--cr", "cr.yaml"),
        Map.of("RELATED_IMAGE_JAEGER_QUERY", "", "DEFAULT-INGRESSCLASS", "nginx"));
    var settings = Sample.accepted(Verb.GENERATE, entry).settings();
    assertThat(settings.images().of(Component.QUERY)).isEqualTo("jaegertracing/jaeger-query:9.9.9");
    assertThat(settings.platform().flavour()).isEqualTo(Flavour.OPENSHIFT);
    assertThat(settings.platform().defaultIngressClass()).contains("nginx");
    assertThat(settings.proxy().variables()).containsEntry("HTTP_PROXY", "http://p:1");
    assertThat(settings.files().cr()).isEqualTo("cr.yaml");
  }

  @Test
  void knowsWhetherTheDocumentationLinkWasGiven() {
    assertThat(documentation(List.of("--jaeger-version=v1.65.3"), NO_VARIABLES))
        .isEqualTo(new Documentation("https://www.jaegertracing.io/docs/1.65", false));
    assertThat(documentation(List.of("--documentation-url="), NO_VARIABLES))
        .isEqualTo(new Documentation("", true));
    assertThat(documentation(NO_FLAGS, Map.of("DOCUMENTATION-URL", "https://env.example/d")))
        .isEqualTo(new Documentation("https://env.example/d", true));
  }

  private static Documentation documentation(List<String> flags, Map<String, String> environment) {
    return settings(Verb.GENERATE, flags, environment).provisioning().documentation();
  }

  /** A cluster that ran with such a value must still start after the Go operator was replaced. */
  @Test
  void valuesThatTheGoOperatorTookMeanWhatTheyMeantThere() {
    var flags = List.of(
        "--es-provision=maybe",
        "--kafka-provision=TRUE",
        "--platform=Openshit",
        "--log-level=loud",
        "--tls-min-version=1.2",
        "--jaeger-all-in-one-image=");
    var settings = settings(Verb.START, flags, Map.of("LEADER-ELECT", "perhaps"));
    assertThat(settings.provisioning().elasticsearch()).isEqualTo(Wish.NO);
    assertThat(settings.provisioning().kafka()).isEqualTo(Wish.NO);
    assertThat(settings.platform().flavour()).isEqualTo(Flavour.KUBERNETES);
    assertThat(settings.logging().level()).isEqualTo(LogLevel.INFO);
    assertThat(settings.webhook().oldestTls()).isEqualTo("VersionTLS12");
    assertThat(settings.images().of(Component.ALL_IN_ONE))
        .isEqualTo("jaegertracing/all-in-one:1.76.0");
    assertThat(settings.operations().leaderElect()).isFalse();
    assertThat(warnings(Verb.START, flags, Map.of("LEADER-ELECT", "perhaps")))
        .hasSize(7)
        .contains(
            "--platform=Openshit is not accepted: expected one of kubernetes, openshift, auto-detect; kubernetes is used",
            "LEADER-ELECT=perhaps of the environment is not accepted: expected true or false; false is used");
  }

  @Test
  void textIsComparedWithoutItsCase() {
    var settings = settings(
        Verb.START,
        List.of("--platform=OpenShift", "--es-provision=YES"),
        Map.of("LOG-LEVEL", "DEBUG"));
    assertThat(settings.platform().flavour()).isEqualTo(Flavour.OPENSHIFT);
    assertThat(settings.provisioning().elasticsearch()).isEqualTo(Wish.YES);
    assertThat(settings.logging().level()).isEqualTo(LogLevel.DEBUG);
  }

  @Test
  void namesEveryMistakeAtOnce() {
    var flags = List.of(
        "--jaegr-version=1",
        "-platform=openshift",
        "--webhook-bind-port=99999",
        "--injection-level=all",
        "--drain-delay=5",
        "--register-url=http://me:secret@host/",
        "--workload=rollouts",
        "--resources=x",
        "extra",
        "--cert-dir");
    assertThat(mistakes(Verb.START, flags, Map.of("NATIVE_SIDECARS", "often")))
        .containsExactlyInAnyOrder(
            "unknown flag --jaegr-version; did you mean --jaeger-version?",
            "-platform has one dash; write --platform",
            "--cert-dir has no value; write --cert-dir=DIR",
            "--resources is no flag of start; it belongs to standalone, inject, uninject, explain",
            "unexpected argument extra; a flag is written --name=value",
            "--webhook-bind-port=99999 is not accepted: expected a port from 0 to 65535",
            "--injection-level=all is not accepted: expected one of both, workload, pod",
            "--drain-delay=5 is not accepted: expected a duration such as 5s or 1m30s",
            "--register-url=http://***@host/ is not accepted: expected an https:// URL with a host",
            "--workload=rollouts is not accepted: expected [GROUP/]VERSION/RESOURCES:/PATH/TO/TEMPLATE",
            "NATIVE_SIDECARS=often of the environment is not accepted: expected one of auto, always, never");
  }

  @Test
  void oldFlagsOutOfPlaceAreNoted() {
    assertThat(warnings(
            Verb.STANDALONE,
            List.of("--metrics-port=1", "--health-probe-bind-address=:1"),
            NO_VARIABLES))
        .containsExactly(
            "--health-probe-bind-address has no effect on standalone",
            "--metrics-port has no effect on standalone");
    assertThat(warnings(Verb.START, List.of("--secure-listen-address=:1"), NO_VARIABLES))
        .containsExactly(
            "--secure-listen-address=:1 is accepted and ignored, for old manifests; leave it out");
    assertThat(warnings(Verb.START, List.of("--jaeger-agent-hostport=a:6831"), NO_VARIABLES))
        .containsExactly(
            "--jaeger-agent-hostport=a:6831 is accepted and ignored, for old manifests; traces go to --otlp-endpoint; leave it out");
  }

  @Test
  void tracesGoToAUrlWhoeverNamesIt() {
    var variable = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317");
    assertThat(mistakes(Verb.START, NO_FLAGS, variable))
        .containsExactly(
            "OTEL_EXPORTER_OTLP_ENDPOINT=localhost:4317 of the environment is not accepted: expected an http:// or https:// URL with a host");
    var flag = List.of("--otlp-endpoint=http://collector:4318");
    assertThat(settings(Verb.STANDALONE, flag, variable).operations().tracing().endpoint())
        .hasToString("http://collector:4318");
  }

  @Test
  void readsThePlainEnvironment() {
    var settings = settings(
        Verb.START,
        NO_FLAGS,
        Map.of(
            "WATCH_NAMESPACE",
            "a, b",
            "POD_NAMESPACE",
            "observability",
            "OPERATOR_NAME",
            "mine",
            "NO_PROXY",
            "",
            "HTTP_PROXY",
            "http://p1:3128",
            "KUBECONFIG",
            "/k",
            "TMPDIR",
            "/t",
            "AUTH-DELEGATOR-AVAILABLE",
            "YES"));
    assertThat(settings.scope().watched()).isEqualTo(Watched.of("a", "b"));
    assertThat(settings.scope().identity()).isEqualTo("observability.mine");
    assertThat(settings.proxy().variables().keySet()).containsExactly("HTTP_PROXY", "NO_PROXY");
    assertThat(settings.files().kubeconfig()).contains("/k");
    assertThat(settings.webhook().certificates())
        .isEqualTo(Path.of("/t/k8s-webhook-server/serving-certs"));
    assertThat(settings.platform().authDelegation()).isEqualTo(Wish.YES);
    assertThat(settings(Verb.START, NO_FLAGS, Map.of("OSDK_FORCE_RUN_MODE", "local"))
            .scope()
            .identity())
        .isEqualTo("jaeger-operator");
  }

  @Test
  void anIdentityFitsIntoALabelAndStaysItsOwn() {
    var longest = "o".repeat(63);
    var one = identity("team-a", longest);
    assertThat(one).hasSize(63).matches("[a-z0-9]([-a-z0-9.]*[a-z0-9])?").startsWith("team-a.ooo");
    assertThat(one).isNotEqualTo(identity("team-a", longest.replaceFirst("o$", "p")));
    assertThat(identity("n", "o".repeat(61))).isEqualTo("n." + "o".repeat(61));
  }

  private static String identity(String namespace, String name) {
    var variables = Map.of("POD_NAMESPACE", namespace, "OPERATOR_NAME", name);
    return settings(Verb.START, NO_FLAGS, variables).scope().identity();
  }

  @Test
  void namespacesCanBeChosenByTheirLabels() {
    var settings =
        settings(Verb.START, NO_FLAGS, Map.of("WATCH_NAMESPACE", "team in (a,b),!retired"));
    assertThat(settings.scope().watched().labels().orElseThrow().text())
        .isEqualTo("team in (a,b),!retired");
  }

  @Test
  void aBrokenChoiceOfNamespacesIsAMistakeWhereItCounts() {
    var broken = Map.of("WATCH_NAMESPACE", "team=a,=b");
    assertThat(Sample.mistakes(Verb.START, NO_FLAGS, broken))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith(
            "WATCH_NAMESPACE=team=a,=b of the environment is not accepted: \"=b\" is no part")
        .contains("KEY=VALUE");
    assertThat(settings(Verb.GENERATE, NO_FLAGS, broken).scope().watched())
        .isEqualTo(Watched.EVERYTHING);
  }

  @Test
  void aListenerCanBeSwitchedOff() {
    assertThat(settings(Verb.START, List.of("--health-probe-bind-address=0"), NO_VARIABLES)
            .operations()
            .probes())
        .isEmpty();
  }

  @Test
  void anImageStreamNeedsBothItsNames() {
    var both = List.of(
        "--openshift-oauth-proxy-imagestream-ns=a", "--openshift-oauth-proxy-imagestream-name=b");
    assertThat(settings(Verb.START, both, NO_VARIABLES).platform().oauthProxyStream())
        .contains(new ImageStream("a", "b"));
    assertThat(settings(Verb.START, both.subList(0, 1), NO_VARIABLES).platform().oauthProxyStream())
        .isEmpty();
  }

  @Test
  void theDescriptionNamesSourcesAndNoPassword() {
    var given = new Given(
        List.of("start", "--register-url=https://me:secret@host/", "--leader-elect"),
        Map.of("LOG-LEVEL", "debug", "HTTPS_PROXY", "me:secret@proxy:1"));
    assertThat(Sample.accepted(Verb.START, given).description())
        .containsExactly(
            "LOG-LEVEL=debug of the environment",
            "--register-url=https://***@host/",
            "--leader-elect=true",
            "HTTPS_PROXY=***@proxy:1 of the environment");
  }
}
