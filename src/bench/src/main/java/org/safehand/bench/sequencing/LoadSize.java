package org.safehand.bench.sequencing;

import java.time.Duration;

/**
 * A steady load.
 *
 * @param perSecond events a second
 * @param warmUp how long events do not count
 * @param time how long they count after that
 */
public record LoadSize(int perSecond, Duration warmUp, Duration time) {}
