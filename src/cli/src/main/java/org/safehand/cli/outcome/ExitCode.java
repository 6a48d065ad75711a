package org.safehand.cli.outcome;

/** How a command ended, as scripts see it. */
public enum ExitCode {
  /** Done, or verified. */
  DONE(0),
  /** Verification failed: what was looked at is not what it claims to be. */
  REFUSED(1),
  /** The command or its input is not as it must be. */
  USAGE(2),
  /** Nothing can be said: what would decide it is missing or unusable. */
  UNDECIDABLE(3),
  /** Nobody is signed in, or not any more. */
  AUTHENTICATION(4),
  /** Signed in, and not allowed. */
  FORBIDDEN(5),
  /** Not there for the asker. */
  NOT_FOUND(6),
  /** The object is in another state than the command needs. */
  CONFLICT(7),
  /** The server could not be reached, or failed. */
  NETWORK(8),
  /** A local file could not be read or written. */
  LOCAL_IO(9),
  /** Begun and accepted, but not seen to its end. */
  PARTIAL(10),
  /** Interrupted; what can be resumed, is resumed by the same command. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The outcome that an HTTP answer of {@code status}, which is no success, means. */
  public static ExitCode ofStatus(int status) {
    return switch (status) {
      case 401 -> AUTHENTICATION;
      case 403 -> FORBIDDEN;
      case 404, 410 -> NOT_FOUND;
      case 409, 412, 428 -> CONFLICT;
      case 400, 405, 406, 411, 413, 414, 415, 416, 422 -> USAGE;
      default -> NETWORK;
    };
  }
}
