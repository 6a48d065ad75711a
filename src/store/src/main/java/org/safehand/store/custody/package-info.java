/**
 * The gateway's side of the custody log: events recorded in the transaction of the change they
 * witness, read back with how far they have come, and the published tiles to serve.
 */
@NullMarked
package org.safehand.store.custody;

import org.jspecify.annotations.NullMarked;
