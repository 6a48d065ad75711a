package org.safehand.bench.report;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import org.safehand.bench.figure.Numbers;

/** What a figure was taken on. */
public final class Machine {
  private Machine() {}

  /** Processors, load average of the last minute and Java, in one line. */
  public static String now() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system.getAvailableProcessors()
        + " processors, load "
        + Numbers.text(system.getSystemLoadAverage())
        + ", Java "
        + Runtime.version().feature();
  }
}
