package io.jaegertracing.operator.settings;

/** How flags are gathered in the help, in this order. */
public enum Group {
  GENERAL("General"),
  FILES("Files"),
  VERSIONS("Versions and images"),
  PLATFORM("Platform"),
  PROVISIONING("Provisioning and user interface"),
  INJECTION("Injection"),
  WEBHOOK("Webhook"),
  REGISTRATION("Registration"),
  OPERATIONS("Operations");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
