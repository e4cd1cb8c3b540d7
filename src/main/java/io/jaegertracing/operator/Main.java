package io.jaegertracing.operator;

public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.err.println("hello");
  }
}
