/**
 * The endpoint registry as it is kept: one value with a revision, which two people change together,
 * and the document of each agency in it. Whoever sends reads it through {@link
 * org.safehand.referral.port.EndpointRegistry}.
 */
@NullMarked
package org.safehand.referral.registry;

import org.jspecify.annotations.NullMarked;
