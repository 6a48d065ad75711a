package org.safehand.launcher.pki;

import java.util.Locale;

/** What an intermediate authority certifies; nothing else is accepted from it. */
public enum Purpose {
  SEAL("Safehand Development Seal CA"),
  TSA("Safehand Development Time-Stamp CA"),
  TLS("Safehand Development TLS CA"),
  AGENCY("Safehand Development Agency CA");

  private final String commonName;

  Purpose(String commonName) {
    this.commonName = commonName;
  }

  /** The authority's common name. */
  public String commonName() {
    return commonName;
  }

  /** The authority's name in files and addresses. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
