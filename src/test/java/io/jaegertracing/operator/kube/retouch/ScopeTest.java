package io.jaegertracing.operator.kube.retouch;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScopeTest {
  @Test
  void namesEachNamespaceOnce() {
    var scope = new Scope(List.of());
    List.of("b", "a", "b").forEach(scope::add);
    assertThat(scope.take()).containsExactly("a", "b");
    assertThat(scope.take()).isEmpty();
  }

  @Test
  void everywhereIsOneListWhateverElseWasAskedFor() {
    var scope = new Scope(List.of());
    scope.add("a");
    scope.everywhere();
    assertThat(scope.take()).containsExactly("");
    assertThat(scope.take()).isEmpty();
  }

  @Test
  void manyNamespacesAreEverywhere() {
    var scope = new Scope(List.of());
    IntStream.range(0, 11).forEach(i -> scope.add("n" + i));
    assertThat(scope.take()).containsExactly("");
  }

  @Test
  void neverLeavesTheNamespacesThatAreWatched() {
    var scope = new Scope(List.of("a", "b"));
    scope.add("c");
    assertThat(scope.take()).isEmpty();
    scope.everywhere();
    assertThat(scope.take()).containsExactly("a", "b");
  }
}
