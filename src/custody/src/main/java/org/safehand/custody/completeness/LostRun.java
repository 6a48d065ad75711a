package org.safehand.custody.completeness;

/**
 * Events that are lost, and the event that says so.
 *
 * @param first number of the first lost event in the case
 * @param count how many are lost, one after another
 * @param restored number of the event that records the restore
 */
public record LostRun(long first, long count, long restored) {}
