package org.safehand.bench.recording;

import java.time.Duration;

/**
 * How much is recorded.
 *
 * @param writers threads, at most 32
 * @param cases over how many cases their events are spread
 * @param time how long each round lasts
 * @param rounds rounds of each contender
 */
public record RecordingSize(int writers, int cases, Duration time, int rounds) {}
