/**
 * The development certificate authorities: one root and one intermediate per purpose (seal,
 * time-stamps, TLS, agencies). They are made at the first start and kept; a production gateway gets
 * its certificates elsewhere.
 */
@NullMarked
package org.safehand.launcher.pki;

import org.jspecify.annotations.NullMarked;
