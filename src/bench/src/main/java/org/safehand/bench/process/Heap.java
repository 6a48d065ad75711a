package org.safehand.bench.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much heap this process uses, in MiB. */
public final class Heap {
  private static final double BYTES_PER_MEBIBYTE = 1 << 20;

  private Heap() {}

  /** In use at rest: what a collection leaves. */
  public static double atRest() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MEBIBYTE;
  }

  /**
   * At most in use since the start, what waits for the collector included: the sum of what each
   * part of the heap held at most, so rather too much than too little.
   */
  public static double peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / BYTES_PER_MEBIBYTE;
  }
}
