package org.safehand.store.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/**
 * What a face must show to the database to enter a view. No SQL can read it: the database keeps its
 * SHA-256. It is derived from the password of the face's role, so that there is no other secret to
 * hand out, and changes with it.
 *
 * @param digest the handle itself
 */
public record ViewHandle(Digest digest) {
  private static final String LABEL = "safehand-view:";

  /** Refuses null. */
  public ViewHandle {
    requireNonNull(digest, "digest is null");
  }

  /** SHA-256 of {@code safehand-view:} and the password, as {@code handles.sql} has it. */
  public static ViewHandle ofPassword(String password) {
    requireNonNull(password, "password is null");
    return new ViewHandle(Digest.of((LABEL + password).getBytes(UTF_8)));
  }

  /** Never the handle. */
  @Override
  public String toString() {
    return "ViewHandle[]";
  }
}
