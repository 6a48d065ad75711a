/**
 * Where things lie: the built repository, the state folder of one platform, and the generated
 * secrets in it. Every file that must not be read by others is written here with mode 0600.
 */
@NullMarked
package org.safehand.launcher.place;

import org.jspecify.annotations.NullMarked;
