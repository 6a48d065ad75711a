/**
 * How fast custody events are recorded, by the gateway's own recorder over its own store. The peers
 * are what a plain table and a single chain would do with the same row.
 */
@NullMarked
package org.safehand.bench.recording;

import org.jspecify.annotations.NullMarked;
