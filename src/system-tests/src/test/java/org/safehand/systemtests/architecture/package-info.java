/**
 * What must not be able to see what. Each rule is an allowlist and is shown to bite by a planted
 * class that breaks it.
 */
@NullMarked
package org.safehand.systemtests.architecture;

import org.jspecify.annotations.NullMarked;
