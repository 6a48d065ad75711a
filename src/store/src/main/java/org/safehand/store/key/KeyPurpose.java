package org.safehand.store.key;

/** What a case's key is for; part of what is authenticated when the key is wrapped. */
public enum KeyPurpose {
  /** Wraps the content keys of the case's segments. */
  EVIDENCE("evidence"),
  /** Encrypts the bodies of the case's custody events. */
  CUSTODY("custody"),
  /** Makes the tags by which the case's leaves are found. */
  TAG("tag");

  private final String wire;

  KeyPurpose(String wire) {
    this.wire = wire;
  }

  /** The name in rows and in the authenticated data. */
  public String wire() {
    return wire;
  }
}
