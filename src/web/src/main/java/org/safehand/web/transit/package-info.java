/**
 * Supervisors hold transmissions back and let them go on, administrators hold back agencies, over
 * HTTP.
 */
@NullMarked
package org.safehand.web.transit;

import org.jspecify.annotations.NullMarked;
