/**
 * An agency's officer or its machine retrieves a package. Each retrieval is bound to the named
 * officer or the machine by a custody event; another agency's package is not found.
 */
@NullMarked
package org.safehand.referral.retrieval;

import org.jspecify.annotations.NullMarked;
