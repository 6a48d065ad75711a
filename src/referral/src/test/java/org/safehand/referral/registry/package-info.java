/** The registry's document, whole or not at all. */
@NullMarked
package org.safehand.referral.registry;

import org.jspecify.annotations.NullMarked;
