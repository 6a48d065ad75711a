package org.safehand.store.fault;

/** The stable codes of faults in the store; each is listed in {@code src/ERRORS.md}. */
public enum StoreCode {
  /** The key encryption key cannot be read: wrong file, password, entry or key length. */
  KEK_UNAVAILABLE("kek-unavailable"),
  /** A setting that the store needs is absent. */
  CONFIGURATION_MISSING("configuration-missing"),
  /** This node's signing key cannot be read. */
  NODE_KEY_UNAVAILABLE("node-key-unavailable"),
  /** A case's key is not there; it was never made, or it was destroyed. */
  CASE_KEY_MISSING("case-key-missing"),
  /** Sealed bytes do not open under the key and for the purpose they are claimed for. */
  SEAL_BROKEN("seal-broken"),
  /** The vault's folder cannot be made or written. */
  VAULT_UNAVAILABLE("vault-unavailable"),
  /** The database refused or could not be reached; nothing of the unit of work was kept. */
  DATABASE_UNAVAILABLE("database-unavailable"),
  /**
   * Others held what this needs for longer than a request waits, or waited for this one; nothing of
   * the unit of work was kept, and it may be asked for again.
   */
  DATABASE_BUSY("database-busy"),
  /** A stored row does not read back as what was stored. */
  ROW_DAMAGED("row-damaged"),
  /** The server gives no data source, entity manager factory or transaction under its name. */
  SERVER_INCOMPLETE("server-incomplete"),
  /** The endpoint registry file is missing or not a registry. */
  REGISTRY_UNREADABLE("registry-unreadable"),
  /** The settings are missing or damaged. */
  SETTINGS_UNREADABLE("settings-unreadable");

  private final String wire;

  StoreCode(String wire) {
    this.wire = wire;
  }

  /** The code as it is written everywhere outside Java. */
  public String wire() {
    return wire;
  }
}
