/**
 * Where something was found: the address as observed, its place in the network, how that was found
 * out. Addresses are kept, normalised and defanged; nothing here ever follows one.
 */
@NullMarked
package org.safehand.referral.location;

import org.jspecify.annotations.NullMarked;
