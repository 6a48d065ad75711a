package org.safehand.launcher.port;

/** Every port a platform listens on, with the number it has when nothing else is said. */
public enum PortName {
  POSTGRES(15432),
  KEYCLOAK(8180),
  KEYCLOAK_MANAGEMENT(9100),
  GATEWAY(8443),
  MACHINE(8444),
  MANAGEMENT(9990),
  AUTHORITIES(8190),
  AGENCY(8490),
  WITNESS(8195);

  private final int usual;

  PortName(int usual) {
    this.usual = usual;
  }

  /** The number without offset. */
  public int usual() {
    return usual;
  }

  /** The environment variable that sets this port alone. */
  public String variable() {
    return "SAFEHAND_PORT_" + name();
  }
}
