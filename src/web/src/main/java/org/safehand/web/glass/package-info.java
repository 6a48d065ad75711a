/** Breaking the glass over a case, and the auditors' review of it, over HTTP. */
@NullMarked
package org.safehand.web.glass;

import org.jspecify.annotations.NullMarked;
