/**
 * An agency's officer retrieves a package. Each retrieval is bound to the named officer by a
 * custody event; another agency's package is not found.
 */
@NullMarked
package org.safehand.referral.retrieval;

import org.jspecify.annotations.NullMarked;
