package org.safehand.agency.inbox;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;

/**
 * What the signed manifest says is coming.
 *
 * @param dispatchId a UUID in lower case
 * @param size in bytes
 * @param sha256 over all bytes of the package
 */
public record Announcement(
    String dispatchId, Digest sealDigest, Digest packageDigest, long size, Digest sha256) {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public Announcement {
    requireDispatchId(dispatchId);
    requireNonNull(sealDigest, "sealDigest is null");
    requireNonNull(packageDigest, "packageDigest is null");
    requireNonNull(sha256, "sha256 is null");
    if (size < 1) {
      throw new IllegalArgumentException("a package has at least one byte");
    }
  }

  /** Returns {@code id}, which is used as the name of a folder, if it is a UUID in lower case. */
  static String requireDispatchId(String id) {
    if (!UUID.matcher(requireNonNull(id, "dispatchId is null")).matches()) {
      throw new IllegalArgumentException("a dispatch id is a UUID in lower case");
    }
    return id;
  }
}
