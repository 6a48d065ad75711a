package org.safehand.custody.log;

import static java.util.Objects.requireNonNull;

/** An exported log that is refused: why, where, what was expected and what was found. */
public final class LogException extends Exception {
  private static final long serialVersionUID = 1L;

  private final LogFault fault;
  private final String place;
  private final String expected;
  private final String found;

  LogException(LogFault fault, String place, String expected, String found) {
    super(
        fault.code()
            + ": "
            + requireNonNull(place, "place is null")
            + ": expected "
            + requireNonNull(expected, "expected is null")
            + ", found "
            + requireNonNull(found, "found is null"));
    this.fault = fault;
    this.place = place;
    this.expected = expected;
    this.found = found;
  }

  public LogFault fault() {
    return fault;
  }

  /** The file within the folder, with the entry or hash where that is known. */
  public String place() {
    return place;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
