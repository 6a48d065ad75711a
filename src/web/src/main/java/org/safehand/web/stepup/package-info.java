/**
 * Asking a signed-in person for their second factor before an act: in the browser by a request of
 * the gateway's own, on the command line by a challenge that the person's ID token must answer.
 * What was asked is kept here, on the server, and forgotten with the answer.
 */
@NullMarked
package org.safehand.web.stepup;

import org.jspecify.annotations.NullMarked;
