package org.safehand.bench.packing;

/** How large the case is, and how often it is packed. */
public record CaseSize(int exhibits, long bytesEach, int rounds) {}
