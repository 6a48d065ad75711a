/**
 * What JAX-RS is told: which objects answer, which endpoint is which operation of the authorization
 * table, how refusals and faults are answered. An endpoint that names no operation is shut for
 * everyone; who may do what is decided by the policy inside the use case.
 */
@NullMarked
package org.safehand.web.door;

import org.jspecify.annotations.NullMarked;
