/**
 * Who is signed in, from the container's OpenID Connect client. No type of the container leaves
 * this package; what leaves it is an actor of the referral module.
 */
@NullMarked
package org.safehand.web.signin;

import org.jspecify.annotations.NullMarked;
