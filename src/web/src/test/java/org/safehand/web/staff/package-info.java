/** What administrators ask for and is malformed, and what is recorded of it. */
@NullMarked
package org.safehand.web.staff;

import org.jspecify.annotations.NullMarked;
