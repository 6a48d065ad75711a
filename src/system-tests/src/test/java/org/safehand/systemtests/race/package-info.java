/** Two people, or one in two windows, want what only one of them can have, at the same moment. */
@NullMarked
package org.safehand.systemtests.race;

import org.jspecify.annotations.NullMarked;
