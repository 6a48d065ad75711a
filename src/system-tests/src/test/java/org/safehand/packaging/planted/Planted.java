package org.safehand.packaging.planted;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Sees persistence, reads a clock and uses the platform's threads, which the kernel must not. */
record Planted(EntityManager entityManager) {
  static Instant time() {
    return Instant.now();
  }

  static CompletableFuture<Void> beside(Runnable work) {
    return CompletableFuture.runAsync(work);
  }
}
