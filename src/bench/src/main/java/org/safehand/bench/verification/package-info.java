/**
 * How fast the custody log is verified, over generated logs in the exported form. The peers compute
 * only what no verifier can do without.
 */
@NullMarked
package org.safehand.bench.verification;

import org.jspecify.annotations.NullMarked;
