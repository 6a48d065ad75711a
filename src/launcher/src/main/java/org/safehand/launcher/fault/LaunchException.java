package org.safehand.launcher.fault;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The launch cannot go on; the message is one line that says what to do. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final LaunchCode code;

  public LaunchException(LaunchCode code, String message) {
    this(code, message, null);
  }

  public LaunchException(LaunchCode code, String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message is null"), cause);
    this.code = requireNonNull(code, "code is null");
  }

  /** The stable code. */
  public LaunchCode code() {
    return code;
  }
}
