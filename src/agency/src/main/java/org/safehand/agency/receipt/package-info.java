/**
 * Delivery receipts: what the agency's machine signs over what arrived. CMS SignedData with
 * canonical JSON inside.
 */
@NullMarked
package org.safehand.agency.receipt;

import org.jspecify.annotations.NullMarked;
