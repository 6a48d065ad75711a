package org.safehand.custody.extract;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/**
 * A part of an event with the salt under which its leaf commits to it.
 *
 * @param <T> link, header or detail
 */
public record OpenedPart<T>(T value, Digest salt) {
  public OpenedPart {
    requireNonNull(value, "value is null");
    requireNonNull(salt, "salt is null");
  }
}
