package io.jaegertracing.operator.support.cluster;

import java.io.IOException;

/** A process that starts a control plane, says where, and then does nothing until it is killed. */
final class ControlPlaneHolder {
  private ControlPlaneHolder() {}

  public static void main(String[] args) throws IOException {
    System.out.println(ControlPlane.start(Programs.find(System.getenv())).kubeconfig());
    System.exit(System.in.read());
  }
}
