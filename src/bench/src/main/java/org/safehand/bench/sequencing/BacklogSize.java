package org.safehand.bench.sequencing;

/**
 * A backlog.
 *
 * @param events how many are pending at once
 * @param rounds how often it is drained
 */
public record BacklogSize(int events, int rounds) {}
