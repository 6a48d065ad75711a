package org.safehand.cli.outcome;

import static java.util.Objects.requireNonNull;

/** A command that ends otherwise than it should: with which code, where, and why. */
public final class CliException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final ExitCode exit;
  private final String place;
  private final String explanation;

  /** A failure under a code that was given elsewhere, as by a gateway or a verifier. */
  public CliException(String code, ExitCode exit, String place, String explanation) {
    super(
        requireNonNull(code, "code is null")
            + ": "
            + requireNonNull(place, "place is null")
            + ": "
            + requireNonNull(explanation, "explanation is null"));
    this.code = code;
    this.exit = requireNonNull(exit, "exit is null");
    this.place = place;
    this.explanation = explanation;
  }

  public CliException(CliCode code, String place, String explanation) {
    this(code.wire(), code.exit(), place, explanation);
  }

  public CliException(CliCode code, String place, Throwable cause) {
    this(code, place, explain(cause));
    initCause(cause);
  }

  private static String explain(Throwable cause) {
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : " " + message);
  }

  public String code() {
    return code;
  }

  public ExitCode exit() {
    return exit;
  }

  /** What it is about: a file, a pointer, a request. */
  public String place() {
    return place;
  }

  public String explanation() {
    return explanation;
  }
}
