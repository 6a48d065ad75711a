/**
 * The network face to staff and liaisons: REST, sign-in, the console and the log's tiles. It turns
 * requests into commands and results into JSON; what may be done and how is decided in the referral
 * module.
 */
@NullMarked
package org.safehand.web;

import org.jspecify.annotations.NullMarked;
