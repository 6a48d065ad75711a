/**
 * The ports of one platform: their names, how they are chosen, and whether they are free. All are
 * on the loopback interface.
 */
@NullMarked
package org.safehand.launcher.port;

import org.jspecify.annotations.NullMarked;
