/**
 * What the API shows of referrals, dispatches, events and agencies, as the schemas of {@code
 * openapi.yaml} say. Keys, segments and salts are never among it.
 */
@NullMarked
package org.safehand.web.view;

import org.jspecify.annotations.NullMarked;
