package io.jaegertracing.operator.laws.broken.api;

import io.jaegertracing.operator.laws.broken.core.ImpureDecision;

public class BusyResource {
  public String replicas = "1";

  public String render() {
    return new ImpureDecision().decide() + replicas;
  }
}
