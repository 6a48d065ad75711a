package org.safehand.custody.extract;

import static java.util.Objects.requireNonNull;

/** An extract that is refused: why, where, what was expected and what was found. */
public final class ExtractException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExtractFault fault;
  private final String place;
  private final String expected;
  private final String found;

  public ExtractException(ExtractFault fault, String place, String expected, String found) {
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

  public ExtractFault fault() {
    return fault;
  }

  /** The event by its number in the case, or the place in the file. */
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
