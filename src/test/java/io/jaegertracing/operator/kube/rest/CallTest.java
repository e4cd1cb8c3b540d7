package io.jaegertracing.operator.kube.rest;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallTest {
  @ParameterizedTest
  @CsvSource(textBlock = """
      GET,    /api/v1/namespaces,                                       list,   namespaces
      GET,    /api/v1/namespaces?limit=500,                             list,   namespaces
      GET,    /api/v1/namespaces?watch=true&resourceVersion=1,          watch,  namespaces
      GET,    /api/v1/namespaces?limit=1&watch=true,                    watch,  namespaces
      GET,    /api/v1/namespaces/shop,                                  get,    namespaces
      GET,    /api/v1/namespaces/shop/pods,                             list,   pods
      GET,    /api/v1/namespaces/shop/pods/a,                           get,    pods
      POST,   /api/v1/namespaces/shop/pods/a/eviction,                  create, pods/eviction
      GET,    /apis/apps/v1/deployments,                                list,   deployments
      PATCH,  /apis/apps/v1/namespaces/shop/deployments/a?force=true,   patch,  deployments
      PATCH,  /apis/jaegertracing.io/v1/namespaces/n/jaegers/a/status,  patch,  jaegers/status
      PUT,    /apis/coordination.k8s.io/v1/namespaces/n/leases/a,       update, leases
      DELETE, /apis/console.openshift.io/v1/consolelinks/a,             delete, consolelinks
      GET,    /version,                                                 get,    ''
      GET,    /apis,                                                    get,    ''
      GET,    /apis/apps/v1,                                            get,    ''
      GET,    /,                                                        get,    ''
      """)
  void isNamedAsTheApiServerWould(String method, String uri, String verb, String resource) {
    assertThat(Call.of(method, URI.create("https://host:1" + uri), 200))
        .isEqualTo(new Call(verb, resource, 200));
  }
}
