package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.cli.Invocation;
import io.jaegertracing.operator.cli.Policies;
import io.jaegertracing.operator.core.admission.injection.InjectionJudge;
import io.jaegertracing.operator.core.admission.injection.Reconsideration;
import io.jaegertracing.operator.core.admission.injection.VerificationJudge;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.verification.EvictionWindow;
import io.jaegertracing.operator.core.validation.JaegerValidation.Authors;
import io.jaegertracing.operator.kube.Connection;
import io.jaegertracing.operator.kube.authorities.AuthorityKeeper;
import io.jaegertracing.operator.kube.cache.Caches;
import io.jaegertracing.operator.kube.events.Events;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.kube.lookup.Inquiry;
import io.jaegertracing.operator.kube.lookup.Lookups;
import io.jaegertracing.operator.kube.missed.MissedInjections;
import io.jaegertracing.operator.kube.retouch.Judgement;
import io.jaegertracing.operator.kube.retouch.Retouch;
import io.jaegertracing.operator.kube.retouch.Triggers;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Settings.Injection.Missed.Reaction;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What injection needs of a cluster: what it knows, what it asks, whom it tells, and what it changes afterwards. */
record ClusterInjection(
    Caches caches,
    Lookups lookups,
    Events events,
    RepeatedPatches repeated,
    Retouch retouch,
    AuthorityKeeper authorities,
    Optional<MissedInjections> missed) {

  /** Closed in reverse, and before the connection that they all use. */
  static ClusterInjection on(
      Connection connection, Invocation invocation, Shell shell, Serving serving) {
    var settings = invocation.settings();
    var registry = serving.metrics().registry();
    var scope = connection.scope(settings.scope().watched());
    Outlook.tell(scope.watched(), scope.sight());
    var caches = connection.caches(scope, InstanceReaders.of(settings), shell.clock());
    closed(serving, "caches", caches::close);
    serving.readiness().add("caches", caches::objection);
    CacheMeters.register(registry, caches);
    var lookups = connection.lookups(scope.watched(), shell.clock());
    closed(serving, "lookups", lookups::close);
    var events = new Events(
        connection.raw(),
        shell.environment().getOrDefault("HOSTNAME", settings.scope().operatorName()),
        Events.Limits.USUAL,
        new Events.Time(shell.clock(), System::nanoTime),
        registry);
    closed(serving, "events", events::close);
    var policy = Policies.of(settings);
    var reconsideration = new Reconsideration(
        new InjectionJudge(policy), policy, settings.injection().retouchAllKinds());
    var inquiry = new Inquiry(
        caches::snapshot, asked -> lookups.answers(asked).toCompletableFuture().join());
    var judgement = new Judgement(reconsideration, inquiry.snapshot(), inquiry.lookups());
    var retouch = new Retouch(connection.raw(), judgement, Retouch.Pace.usual(), registry);
    var authorities = new AuthorityKeeper(
        connection.raw(),
        policy,
        caches::snapshot,
        AuthorityKeeper.Pace.usual(),
        shell.clock(),
        registry);
    closed(serving, "authorities", authorities::close);
    var missed = missed(
        settings,
        new MissedInjections.Means(
            connection.raw(), inquiry, events, shell.clock(), registry, evicting(settings)));
    caches.subscribe(new Triggering(policy, retouch, authorities, missed));
    caches.start();
    return new ClusterInjection(
        caches, lookups, events, new RepeatedPatches(registry), retouch, authorities, missed);
  }

  private static Optional<MissedInjections> missed(
      Settings settings, MissedInjections.Means means) {
    return settings.injection().missed().reaction() == Reaction.OFF
        ? Optional.empty()
        : Optional.of(new MissedInjections(
            means,
            new VerificationJudge(Policies.of(settings), Policies.verification(settings)),
            MissedInjections.Pace.usual()));
  }

  private static Optional<EvictionWindow> evicting(Settings settings) {
    var missed = settings.injection().missed();
    return Optional.of(missed.window()).filter(window -> missed.reaction() == Reaction.EVICT);
  }

  Webhooks.Surroundings surroundings(Settings settings) {
    return new Webhooks.Surroundings(
        settings.webhook().enforceRequesterRights() ? Authors.REFUSED : Authors.WARNED,
        caches::snapshot,
        (asked, budget) -> Future.fromCompletionStage(lookups.answers(asked)),
        (review, verdict) -> {
          repeated.tell(review, verdict);
          authorities.tell(review, verdict);
          events.tell(review, verdict);
        });
  }

  Leadership leadership() {
    return Leadership.of(
        Stream.concat(Stream.of(retouch, authorities), missed.stream()).toList());
  }

  /** On a thread of its own, since some of them wait for the last thing they do. */
  private static void closed(Serving serving, String name, Runnable close) {
    serving
        .closers()
        .add(
            name,
            Serving.CLOSING,
            () -> Future.fromCompletionStage(CompletableFuture.runAsync(close)));
  }

  /** Whatever changed, workloads may have to change with it, and what they mount. */
  private record Triggering(
      Policy policy,
      Triggers triggers,
      AuthorityKeeper authorities,
      Optional<MissedInjections> missed)
      implements Caches.Listener {
    @Override
    public void jaegerChanged(String key, Optional<Instance> before, Optional<Instance> now) {
      authorities.jaegerChanged(now);
      jaegersChanged();
    }

    private void jaegersChanged() {
      triggers.jaegerChanged();
      missed.ifPresent(Triggers::jaegerChanged);
    }

    @Override
    public void namespaceChanged(String name, Optional<Meta> before, Optional<Meta> now) {
      if (now.isEmpty()) {
        authorities.namespaceGone(name);
      }
      if (watches(name, before) != watches(name, now)) {
        jaegersChanged();
        return;
      }
      if (!injecting(before).equals(injecting(now))) {
        triggers.namespaceChanged(name);
      }
      missed.ifPresent(all -> all.namespaceChanged(name));
    }

    /** With their namespace, Jaegers get into the reach of workloads everywhere or out of it. */
    private boolean watches(String name, Optional<Meta> namespace) {
      return policy.watched().labels().isPresent()
          && namespace.filter(meta -> policy.watches(name, meta)).isPresent();
    }

    /** What becomes of finished Pods changes no workload. */
    private static Optional<Meta> injecting(Optional<Meta> namespace) {
      return namespace.map(meta -> meta.without(Wellknown.VERIFY));
    }

    /** Workloads that had to go without a sidecar may get theirs. */
    @Override
    public void limitsChanged(String namespace) {
      triggers.namespaceChanged(namespace);
      missed.ifPresent(all -> all.namespaceChanged(namespace));
    }
  }
}
