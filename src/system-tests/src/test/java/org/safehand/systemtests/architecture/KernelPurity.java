package org.safehand.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * The kernel has no thread, no clock and no randomness of its own: they come in through
 * constructors.
 */
final class KernelPurity {
  private KernelPurity() {}

  static ArchRule rule(String module) {
    return noClasses()
        .that()
        .resideInAPackage("org.safehand." + module + "..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callConstructor(SecureRandom.class)
        .as("module " + module + " has no thread, clock or randomness of its own");
  }

  /** Nor does it have others make threads, or use those that the platform keeps for all. */
  static ArchRule noPool(String module) {
    return noClasses()
        .that()
        .resideInAPackage("org.safehand." + module + "..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Executors.class, ForkJoinPool.class)
        .orShould()
        .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
        .orShould()
        .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
        .as("module " + module + " makes no threads by others");
  }
}
