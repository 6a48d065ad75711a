/**
 * Whether a package is one this agency may take: sealed by a trusted hotline, time-stamped,
 * addressed to this agency's key and authorised in the custody log. The checks are those of the
 * offline verifier.
 */
@NullMarked
package org.safehand.agency.acceptance;

import org.jspecify.annotations.NullMarked;
