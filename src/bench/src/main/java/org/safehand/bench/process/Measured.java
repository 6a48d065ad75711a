package org.safehand.bench.process;

/**
 * What one run of a program took.
 *
 * @param seconds by the wall clock, from start to end
 * @param peakMebibytes the most memory it had resident at once; of a script, the shell's own; 0
 *     where the system does not tell
 */
public record Measured(double seconds, double peakMebibytes) {}
