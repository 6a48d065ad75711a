/**
 * Commands about the log that a gateway serves or that was copied from one. Only {@code mirror}
 * believes what it is given; all others verify it under a trust folder.
 */
@NullMarked
package org.safehand.cli.mirror;

import org.jspecify.annotations.NullMarked;
