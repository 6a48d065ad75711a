package org.safehand.bench;

/** How much work a run does. */
enum Extent {
  /** Seconds: to see that every figure can be taken, not what it is. */
  SMOKE,
  /** Minutes. */
  USUAL,
  /** As long as it takes. */
  LONG
}
