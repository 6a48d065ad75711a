package org.safehand.packaging.fault;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A package, or a part of one, is refused. */
public final class PackageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PackageFault fault;
  private final String place;
  private final String detail;

  /** Refused for {@code fault}, found at {@code place}; {@code detail} says it in a sentence. */
  public PackageException(PackageFault fault, String place, String detail) {
    this(fault, place, detail, null);
  }

  /** As above, with what caused it. */
  public PackageException(
      PackageFault fault, String place, String detail, @Nullable Throwable cause) {
    super(requireNonNull(fault, "fault is null").code() + ": " + place + ": " + detail, cause);
    this.fault = fault;
    this.place = requireNonNull(place, "place is null");
    this.detail = requireNonNull(detail, "detail is null");
  }

  /** The same refusal of something that lies inside {@code container}. */
  public PackageException within(String container) {
    return new PackageException(fault, container + "!" + place, detail, this);
  }

  /** Which fault it is. */
  public PackageFault fault() {
    return fault;
  }

  /** Where: an entry name, a byte position, a part of a structure. */
  public String place() {
    return place;
  }

  /** What is wrong there. */
  public String detail() {
    return detail;
  }
}
