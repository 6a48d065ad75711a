/**
 * The demonstration: synthetic referrals from draft to signed receipt and an offline proof. It uses
 * what people use: the public API, the command line and the sign-in pages.
 */
@NullMarked
package org.safehand.launcher.demo;

import org.jspecify.annotations.NullMarked;
