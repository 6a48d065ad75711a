package org.safehand.cli.outcome;

/** What can go wrong in the command itself; refusals of a gateway keep the gateway's code. */
public enum CliCode {
  /** The command line is not as the command says. */
  USAGE("usage", ExitCode.USAGE),
  /** The file of certificate authorities holds no certificate. */
  CA_MALFORMED("ca-malformed", ExitCode.USAGE),
  /** The file is not one revocation list in DER. */
  CRL_MALFORMED("crl-malformed", ExitCode.USAGE),
  /** Nobody signed in with this session file. */
  SESSION_MISSING("session-missing", ExitCode.AUTHENTICATION),
  /** The session file is not one, or others than its owner may read it. */
  SESSION_UNUSABLE("session-unusable", ExitCode.AUTHENTICATION),
  /** The identity provider no longer renews the session. */
  SESSION_ENDED("session-ended", ExitCode.AUTHENTICATION),
  /** The identity provider calls itself otherwise, or lacks what sign-in needs. */
  PROVIDER_MISMATCH("provider-mismatch", ExitCode.AUTHENTICATION),
  /** The answer to the sign-in carries another state: it is not the answer to this request. */
  SIGN_IN_STATE("sign-in-state", ExitCode.AUTHENTICATION),
  /** The answer to the sign-in names no issuer or another one. */
  SIGN_IN_ISSUER("sign-in-issuer", ExitCode.AUTHENTICATION),
  /** The answer to the sign-in is not written as it must be. */
  SIGN_IN_MALFORMED("sign-in-malformed", ExitCode.AUTHENTICATION),
  /** The identity provider or the person refused. */
  SIGN_IN_REFUSED("sign-in-refused", ExitCode.AUTHENTICATION),
  /** Nobody signed in within the time. */
  SIGN_IN_TIMEOUT("sign-in-timeout", ExitCode.AUTHENTICATION),
  /** The server cannot be reached or the connection broke. */
  SERVER_UNREACHABLE("server-unreachable", ExitCode.NETWORK),
  /** The server's certificate is not under the trusted authorities or not for its name. */
  SERVER_UNTRUSTED("server-untrusted", ExitCode.NETWORK),
  /** The server's answer is not what the contract says. */
  ANSWER_MALFORMED("answer-malformed", ExitCode.NETWORK),
  /** The object came to rest in another state than was waited for. */
  WAIT_OTHER_STATE("wait-other-state", ExitCode.CONFLICT),
  /** The object did not come to the state within the time; it may yet. */
  WAIT_TIMEOUT("wait-timeout", ExitCode.PARTIAL),
  /** A local file or folder cannot be read. */
  FILE_UNREADABLE("file-unreadable", ExitCode.LOCAL_IO),
  /** A local file or folder cannot be written. */
  FILE_UNWRITABLE("file-unwritable", ExitCode.LOCAL_IO),
  /** The output is there already, and nothing is overwritten. */
  OUTPUT_EXISTS("output-exists", ExitCode.LOCAL_IO),
  /** The key file of the witness is not one, or others than its owner may read it. */
  WITNESS_KEY_UNUSABLE("witness-key-unusable", ExitCode.USAGE),
  /** The file holds no key, certificate request or certificate in PEM, or a broken one. */
  KEY_MALFORMED("key-malformed", ExitCode.USAGE),
  /** The key's password is missing, empty, readable by others, or does not open the key. */
  KEY_PASSWORD("key-password", ExitCode.USAGE),
  /** Another witness works on the same state folder. */
  STATE_IN_USE("state-in-use", ExitCode.CONFLICT),
  /** The address to listen at is in use or not one of this machine. */
  ADDRESS_UNUSABLE("address-unusable", ExitCode.LOCAL_IO),
  /** No leaf of the log, as far as its checkpoint goes, has this hash or index. */
  LEAF_ABSENT("leaf-absent", ExitCode.NOT_FOUND),
  /** The referral has no exhibit of this number. */
  EXHIBIT_ABSENT("exhibit-absent", ExitCode.NOT_FOUND),
  /** What was downloaded has another SHA-256 than the referral says; nothing of it was kept. */
  EXHIBIT_DIFFERS("exhibit-differs", ExitCode.REFUSED),
  /** Interrupted before the end. */
  INTERRUPTED("interrupted", ExitCode.INTERRUPTED),
  /** A fault of this program; nothing is said about what it was given. */
  PROGRAM_FAULT("program-fault", ExitCode.UNDECIDABLE);

  private final String wire;
  private final ExitCode exit;

  CliCode(String wire, ExitCode exit) {
    this.wire = wire;
    this.exit = exit;
  }

  /** As it is written. */
  public String wire() {
    return wire;
  }

  public ExitCode exit() {
    return exit;
  }
}
