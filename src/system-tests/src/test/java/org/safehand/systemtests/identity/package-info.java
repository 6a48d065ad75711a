/** The identity provider as it runs: its realm as it was imported, and every door to a sign-in. */
@NullMarked
package org.safehand.systemtests.identity;

import org.jspecify.annotations.NullMarked;
