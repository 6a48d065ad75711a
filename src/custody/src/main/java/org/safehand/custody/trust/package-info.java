/**
 * What a verifier trusts: a folder that a person put together, with trust.json and the files it
 * names. An incomplete or unclear folder is refused, so that nothing is verified against an empty
 * policy.
 */
@NullMarked
package org.safehand.custody.trust;

import org.jspecify.annotations.NullMarked;
