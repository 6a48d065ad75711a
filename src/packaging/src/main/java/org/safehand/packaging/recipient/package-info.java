/**
 * The agency's encryption certificate, checked once for what this format can encrypt to. The
 * private half, which only the agency has, opens envelopes.
 */
@NullMarked
package org.safehand.packaging.recipient;

import org.jspecify.annotations.NullMarked;
