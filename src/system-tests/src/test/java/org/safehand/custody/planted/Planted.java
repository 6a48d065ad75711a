package org.safehand.custody.planted;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Sees persistence and reads a clock, both of which the kernel must not. */
record Planted(EntityManager entityManager) {
  static Instant time() {
    return Instant.now();
  }
}
