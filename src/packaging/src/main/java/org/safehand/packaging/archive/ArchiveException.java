package org.safehand.packaging.archive;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Packages cannot be archived, or not now. */
public final class ArchiveException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArchiveFault fault;

  ArchiveException(ArchiveFault fault, String detail) {
    this(fault, detail, null);
  }

  ArchiveException(ArchiveFault fault, String detail, @Nullable Throwable cause) {
    super(fault.code() + ": " + requireNonNull(detail, "detail is null"), cause);
    this.fault = fault;
  }

  /** Which fault it is. */
  public ArchiveFault fault() {
    return fault;
  }
}
