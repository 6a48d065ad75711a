/**
 * Programs as others run them: how long they took and how much memory they had at most, and Java
 * processes of our own under a hard limit.
 */
@NullMarked
package org.safehand.bench.process;

import org.jspecify.annotations.NullMarked;
