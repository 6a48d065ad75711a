/**
 * What is on its way, over HTTP: supervisors hold transmissions back and let them go on,
 * administrators hold back agencies and count, agencies have the proofs of their receipts.
 */
@NullMarked
package org.safehand.web.transit;

import org.jspecify.annotations.NullMarked;
