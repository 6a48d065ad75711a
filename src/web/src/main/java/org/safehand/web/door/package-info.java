/**
 * Which endpoint is which operation of the authorization table. An endpoint that names none is shut
 * for everyone; who may do what is decided by the policy inside the use case.
 */
@NullMarked
package org.safehand.web.door;

import org.jspecify.annotations.NullMarked;
