/**
 * What stands beside a signature so that it can be checked years later: certificate paths,
 * revocation lists and the time-stamp token. Trust is never decided here; these only build paths.
 */
@NullMarked
package org.safehand.packaging.validity;

import org.jspecify.annotations.NullMarked;
