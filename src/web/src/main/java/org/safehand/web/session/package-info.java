/**
 * How long a browser session lasts and how many a person has. A session of the container begins at
 * sign-in and never before.
 */
@NullMarked
package org.safehand.web.session;

import org.jspecify.annotations.NullMarked;
