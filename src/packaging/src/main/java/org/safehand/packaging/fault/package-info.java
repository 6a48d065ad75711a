/**
 * Why a package is refused. Every reader of this module refuses with the one checked exception that
 * lives here: a stable code, the place, and what is wrong there.
 */
@NullMarked
package org.safehand.packaging.fault;

import org.jspecify.annotations.NullMarked;
